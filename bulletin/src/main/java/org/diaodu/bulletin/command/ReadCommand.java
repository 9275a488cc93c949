package org.diaodu.bulletin.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
 * {@code diaodu read}: the statements of published documents. Exit status 0 done, 1 no figure was found in any file, 2 a file
 * could not be read; the others are read all the same.
 */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description =
                "Prints the statements of published documents: each figure with its words, whom and when it is of.")
public final class ReadCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "html, txt, md, docx or pdf with text; UTF-8 or GB18030")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "table|jsonl", defaultValue = "table", description = "(default: table)")
    private ReadFormat format = ReadFormat.TABLE;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ReadCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = line.getOut();
        int statements = 0;
        boolean unread = false;
        for (Path file : files) {
            try {
                ReadDocument document =
                        BulletinReader.standard().read(String.valueOf(file.getFileName()), NamedFile.bytes(file));
                format.write(document, out);
                out.flush();
                statements += document.statements().size();
                said(document, line.getErr());
            } catch (ReadFault fault) {
                line.getErr().println(fault.getMessage());
                unread = true;
            }
        }
        return unread ? 2 : statements == 0 ? 1 : 0;
    }

    private static void said(ReadDocument document, PrintWriter err) {
        if (document.statements().isEmpty()) {
            err.println("%s 中没有数字陈述　%s states no figure".formatted(document.file(), document.file()));
        }
        if (!document.withheld().isEmpty()) {
            err.println("%s 有 %d 处文字损坏，其中的数字不取　%s is damaged in %d places; the figures there are withheld"
                    .formatted(
                            document.file(),
                            document.withheld().size(),
                            document.file(),
                            document.withheld().size()));
        }
    }
}
