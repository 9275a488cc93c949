package org.diaodu.bulletin.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.diaodu.bulletin.brief.Brief;
import org.diaodu.bulletin.brief.BriefFault;
import org.diaodu.bulletin.brief.HtmlWriter;
import org.diaodu.bulletin.brief.PdfWriter;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.bulletin.brief.WordWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code diaodu brief write}: a brief from a file of facts and a template. Exit status 0 written, 1 written but lines were
 * left out for want of facts, 2 could not run.
 */
@Command(name = "brief", mixinStandardHelpOptions = true, description = "Briefs from files; docs/formats/brief.md.")
public final class BriefCommand {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BriefCommand())
                .addSubcommand(new Write())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    if (e instanceof BriefFault fault) {
                        commandLine.getErr().println(fault.code() + " " + fault.zh() + "\n" + fault.en());
                        return 2;
                    }
                    throw e;
                });
    }

    @Command(
            name = "write",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Writes a brief as Word (GB/T 9704-2012), PDF or HTML.")
    private static final class Write implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FACTS.yaml", description = "masthead and facts")
        private Path facts = Path.of("");

        @Option(names = "--template", paramLabel = "FILE", description = "(default: the shipped one)")
        private @Nullable Path template;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "ending in .docx, .pdf or .html")
        private Path out = Path.of("");

        @Option(
                names = "--platform",
                paramLabel = "URL",
                defaultValue = "",
                description = "what the addresses of figures begin with")
        private String platform = "";

        @Override
        public Integer call() throws IOException {
            FactsFile read = FactsFile.read(text(facts), facts.toString());
            Template wording = template == null ? Template.standard() : Template.of(text(template));
            Template.Written written = wording.write(read.masthead(), read.facts());
            write(written.brief());
            PrintWriter said = Objects.requireNonNull(spec).commandLine().getErr();
            written.missing()
                    .forEach(one -> said.println("第" + one.line() + "行略去：没有“" + one.name() + "” / line " + one.line()
                            + " is left out: there is no \"" + one.name() + "\""));
            said.flush();
            return written.missing().isEmpty() ? 0 : 1;
        }

        private void write(Brief brief) throws IOException {
            String name = out.toString().toLowerCase(Locale.ROOT);
            if (!name.matches(".*\\.(docx|pdf|html)")) {
                throw new BriefFault(
                        "BR15",
                        "不知道要写成什么格式：" + out + "。文件名请以 .docx、.pdf 或 .html 结尾。",
                        "What format is " + out + " to be? Maybe end its name in .docx, .pdf or .html.");
            }
            try (OutputStream stream = Files.newOutputStream(out)) {
                if (name.endsWith(".docx")) new WordWriter(platform).write(brief, stream);
                else if (name.endsWith(".pdf")) new PdfWriter(platform).write(brief, stream);
                else stream.write(new HtmlWriter(platform).page(brief).getBytes(StandardCharsets.UTF_8));
            }
        }

        private static String text(Path file) throws IOException {
            try {
                return Files.readString(file);
            } catch (NoSuchFileException e) {
                throw new BriefFault(
                        "BR16",
                        "没有文件 " + file + "。可能是路径写错了。",
                        "There is no file " + file + ". Maybe the path is mistyped.");
            } catch (java.nio.charset.CharacterCodingException e) {
                throw new BriefFault(
                        "BR16", file + " 不是 UTF-8 文本。", file + " is no UTF-8 text. Maybe save it as UTF-8.");
            }
        }
    }
}
