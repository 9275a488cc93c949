package org.diaodu.bulletin.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.bulletin.check.Checker;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.bulletin.reader.BulletinReader;
import org.diaodu.bulletin.reader.ReadDocument;
import org.diaodu.bulletin.reader.ReadFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code diaodu check}: does the arithmetic of published documents hold? Exit status 0 all figures agree, 1 some cannot all be
 * right, 2 could not run.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Prints each relation between figures of published documents, the figure computed and the figure printed.")
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "documents (html, txt, md, docx, pdf), or .jsonl with a passage a line in the field text")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "table|jsonl", defaultValue = "table", description = "(default: table)")
    private CheckFormat format = CheckFormat.TABLE;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CheckCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    if (!(e instanceof ReadFault)) {
                        throw e;
                    }
                    commandLine.getErr().println(e.getMessage());
                    return 2;
                });
    }

    @Override
    public Integer call() {
        List<ReadDocument> documents = new ArrayList<>();
        Map<String, String> passages = new LinkedHashMap<>();
        for (Path file : files) {
            byte[] raw = NamedFile.bytes(file);
            if (PassageFile.is(file)) {
                passages.putAll(PassageFile.texts(file, new String(raw, StandardCharsets.UTF_8)));
            } else {
                documents.add(BulletinReader.standard().read(String.valueOf(file.getFileName()), raw));
            }
        }
        List<Relation> relations = new ArrayList<>(Checker.check(documents));
        relations.addAll(Checker.checkTexts(passages));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        format.write(relations, out);
        out.flush();
        return relations.stream().anyMatch(Relation::contradicts) ? 1 : 0;
    }
}
