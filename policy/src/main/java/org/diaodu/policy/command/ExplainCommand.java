package org.diaodu.policy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.policy.book.PolicyBook;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.match.Matched;
import org.diaodu.policy.match.OneMatch;
import org.diaodu.rules.files.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code diaodu policy explain}: exit status 0 explained, 2 could not run. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Says whether one subject is entitled under a clause, to how much, and why not or what is missing.")
final class ExplainCommand implements Callable<Integer> {

    /** How the explanation is written. */
    enum Format {
        TABLE,
        JSON
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "CLAUSE", description = "the clause's id, the name of its folder")
    private String clause = "";

    @Option(names = "--clauses", paramLabel = "DIR", description = "the folder of the clauses (default: those shipped)")
    private @Nullable Path folder;

    @Option(
            names = "--subject",
            paramLabel = "FILE",
            description = "the subject's facts as json or yaml, with 对象 (企业, 项目, 产品) and 地区 (GB/T 2260)")
    private @Nullable Path subject;

    @Option(
            names = "--set",
            paramLabel = "FACT=VALUE",
            description = "a fact of the subject, beside or instead of the file's; also 对象 and 地区; repeatable")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts (default: today)")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "table|json", defaultValue = "table", description = "(default: table)")
    private Format format = Format.TABLE;

    @Option(names = "--lang", paramLabel = "zh|en", description = "language of the explanation")
    private Language language = Language.ofMachine();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        LocalDate day = asOf == null ? LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")) : asOf;
        PolicyBook book = BookFolder.book(folder);
        PolicyClause one = book.clause(clause, day);
        SubjectValues values = new SubjectValues(one);
        if (subject != null) {
            values.read(subject);
        }
        values.set(given);
        Matched matched = OneMatch.of(one, book).match(values.subject(), day);
        Explained explained = new Explained(matched, language);
        switch (format) {
            case JSON ->
                out.println(JsonMapper.builder()
                        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                        .build()
                        .writeValueAsString(explained.json()));
            case TABLE -> explained.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
