package org.diaodu.bulletin.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.bulletin.check.Checker;
import org.diaodu.bulletin.check.Relation;
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
                    if (!(e instanceof CheckFault)) {
                        throw e;
                    }
                    commandLine.getErr().println(e.getMessage());
                    return 2;
                });
    }

    @Override
    public Integer call() {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(file -> texts.putAll(texts(file)));
        List<Relation> relations = Checker.checkTexts(texts);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        format.write(relations, out);
        out.flush();
        return relations.stream().anyMatch(Relation::contradicts) ? 1 : 0;
    }

    private static Map<String, String> texts(Path file) {
        try {
            String content = Files.readString(file);
            return PassageFile.is(file)
                    ? PassageFile.texts(file, content)
                    : Map.of(String.valueOf(file.getFileName()), content);
        } catch (NoSuchFileException e) {
            throw new CheckFault("没有这个文件：" + file + "。建议：核对路径", "there is no file " + file + ". Maybe check the path");
        } catch (IOException e) {
            throw new CheckFault("不能读 " + file + "：" + e.getMessage(), file + " cannot be read: " + e.getMessage());
        }
    }
}
