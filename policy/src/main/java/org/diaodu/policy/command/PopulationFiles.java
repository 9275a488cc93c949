package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.diaodu.lake.DuckDb;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.policy.match.SubjectTable;
import org.diaodu.rules.files.Language;
import org.diaodu.rules.typed.Type;
import org.diaodu.sheets.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The enterprises, projects and products a command is run over, as files, and the day that counts. */
final class PopulationFiles implements AutoCloseable {

    @Option(
            names = "--enterprises",
            paramLabel = "FILE",
            required = true,
            description =
                    "a line for each enterprise: 企业 (its code), 地区 and the facts as columns; csv, xlsx or parquet")
    private Path enterprises = Path.of("");

    @Option(
            names = "--projects",
            paramLabel = "FILE",
            description = "a line for each project: 项目, 企业, 地区 and its facts")
    private @Nullable Path projects;

    @Option(
            names = "--products",
            paramLabel = "FILE",
            description = "a line for each product: 产品, 企业, 地区 and its facts")
    private @Nullable Path products;

    @Option(names = "--key", paramLabel = "COLUMN", description = "the files' own heading of the enterprise's code")
    private @Nullable String key;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts (default: today)")
    private @Nullable LocalDate asOf;

    private final List<Wording> faults = new ArrayList<>();
    private final List<SubjectSource> sources = new ArrayList<>();

    LocalDate day() {
        return asOf == null ? LocalDate.now(ZoneId.of("Asia/Shanghai")) : asOf;
    }

    /** The headings of a file about enterprises. */
    SubjectHeadings headings() {
        return new SubjectHeadings(SubjectKind.ENTERPRISE, key);
    }

    /** All that is wrong in the files so far; whoever reads another adds to it. */
    List<Wording> faults() {
        return faults;
    }

    /**
     * Reads all three.
     *
     * @param wanted the facts asked for of each kind of subject
     * @return the codes of the enterprises
     */
    Set<String> read(PolicyBook book, Function<SubjectKind, Map<String, Type>> wanted) {
        Set<String> keys = read(enterprises, SubjectKind.ENTERPRISE, book, wanted, null);
        read(projects, SubjectKind.PROJECT, book, wanted, keys);
        read(products, SubjectKind.PRODUCT, book, wanted, keys);
        return keys;
    }

    private Set<String> read(
            @Nullable Path file,
            SubjectKind kind,
            PolicyBook book,
            Function<SubjectKind, Map<String, Type>> wanted,
            @Nullable Set<String> owners) {
        if (file == null) {
            return Set.of();
        }
        SubjectHeadings headings = new SubjectHeadings(kind, key);
        SubjectSource source = SubjectParquet.is(file)
                ? SubjectParquet.read(file, headings, wanted.apply(kind), owners, faults)
                : SubjectFile.read(file, headings, wanted.apply(kind), book, owners, faults);
        if (source == null) {
            return Set.of();
        }
        sources.add(source);
        return source.keys();
    }

    /** Whether something was wrong; then all of it is told. */
    boolean tellFaults(PrintWriter err, Language language) {
        if (faults.isEmpty()) {
            return false;
        }
        faults.forEach(fault -> err.println(language.say(fault.zh(), fault.en())));
        err.println(
                language.say("共 " + faults.size() + " 处错误，没有计算。", faults.size() + " faults; nothing was computed."));
        return true;
    }

    /** An engine that reaches the files. */
    DuckDb engine() {
        return DuckDb.over(sources.stream().map(SubjectSource::file).toList());
    }

    /** What a file of projects or products has no column for is taken from the enterprise's line. */
    List<SubjectTable> tables(DuckDb engine) {
        List<SubjectTable> tables = new ArrayList<>();
        for (SubjectSource source : sources) {
            SubjectTable table = source.table(engine);
            tables.add(tables.isEmpty() ? table : OwnersFacts.lent(engine, table, tables.getFirst()));
        }
        return tables;
    }

    @Override
    public void close() {
        sources.forEach(SubjectSource::close);
    }
}
