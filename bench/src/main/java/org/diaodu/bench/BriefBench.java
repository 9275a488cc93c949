package org.diaodu.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.diaodu.bulletin.brief.Brief;
import org.diaodu.bulletin.brief.Fact;
import org.diaodu.bulletin.brief.HtmlWriter;
import org.diaodu.bulletin.brief.Masthead;
import org.diaodu.bulletin.brief.PdfWriter;
import org.diaodu.bulletin.brief.Template;
import org.diaodu.bulletin.brief.WordWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A brief of about twelve pages with eight charts, written warm, beside Apache POI writing the same words bare. */
@Command(
        name = "brief",
        mixinStandardHelpOptions = true,
        description = "A brief of twelve pages with eight charts as Word, PDF and HTML, against bare Apache POI.")
final class BriefBench implements Callable<Integer> {

    private static final double MOST_MILLISECONDS = 2_000;

    @Option(names = "--runs", description = "measured runs after as many to warm up (default ${DEFAULT-VALUE})")
    private int runs = 20;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Something written into memory. */
    @FunctionalInterface
    private interface Work {
        void write(ByteArrayOutputStream out) throws IOException;
    }

    @Override
    public Integer call() throws Exception {
        QuietPeers.now();
        Map<String, Fact> facts = LongBrief.facts();
        var masthead = new Masthead("工业经济运行简报", "2022年第4期", "示例省工业和信息化厅", "2022年4月20日", "");
        Template template = Template.of(LongBrief.template());
        Brief brief = template.write(masthead, facts).brief();
        var pdf = new ByteArrayOutputStream();
        new PdfWriter("https://diaodu.example").write(brief, pdf);
        int pages = pages(pdf.toByteArray());
        var report = new Report(
                "A brief of %d pages with %d charts and %d figures"
                        .formatted(pages, LongBrief.CHARTS, brief.figures().size()),
                "./diaodu bench brief",
                "work",
                "median",
                "slowest",
                "processors, median",
                "size",
                "bare POI against it");
        Measured bare = measured(out -> bare(brief, out));
        Measured word = measured(out -> new WordWriter("https://diaodu.example")
                .write(template.write(masthead, facts).brief(), out));
        row(report, "ours: facts and template to Word, native charts with workbooks", word, bare);
        row(
                report,
                "ours: to PDF, fonts embedded",
                measured(out -> new PdfWriter("https://diaodu.example").write(brief, out)),
                bare);
        row(
                report,
                "ours: to HTML with charts as SVG",
                measured(out -> out.writeBytes(new HtmlWriter("").page(brief).getBytes(StandardCharsets.UTF_8))),
                bare);
        row(report, "peer: Apache POI, the same words without styles, figures' links, tables or charts", bare, bare);
        report.note("Goal: Word in less than 2 s warm. %s: the slowest of %d took %s."
                .formatted(
                        word.slowest() < MOST_MILLISECONDS ? "Met" : "NOT met",
                        runs,
                        Report.milliseconds(word.slowest())));
        report.print(spec.commandLine().getOut(), markdown);
        return word.slowest() < MOST_MILLISECONDS ? 0 : 1;
    }

    /** Milliseconds, and bytes of the last run. */
    private record Measured(double median, double slowest, double cpu, int size) {}

    private Measured measured(Work work) throws IOException {
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        int size = 0;
        for (int run = -runs; run < runs; run++) {
            var out = new ByteArrayOutputStream();
            CpuClock clock = CpuClock.start();
            work.write(out);
            CpuClock.Spent spent = clock.spent();
            size = out.size();
            if (run < 0) continue;
            wall[run] = spent.wall();
            cpu[run] = spent.cpu();
        }
        java.util.Arrays.sort(wall);
        java.util.Arrays.sort(cpu);
        return new Measured(wall[runs / 2], wall[runs - 1], cpu[runs / 2], size);
    }

    private static void row(Report report, String work, Measured one, Measured bare) {
        report.row(
                work,
                Report.milliseconds(one.median()),
                Report.milliseconds(one.slowest()),
                Report.milliseconds(one.cpu()),
                "%,d kB".formatted(one.size() / 1000),
                Report.times(bare.cpu() / one.cpu()));
    }

    private static void bare(Brief brief, ByteArrayOutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            brief.text()
                    .lines()
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
