package org.diaodu.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.diaodu.sample.Books;
import org.diaodu.sample.Province;
import org.diaodu.sample.ReturnSheet;
import org.diaodu.sample.Slots;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Returns filed through the platform's own service as a signed-in analyst, with rights, validation, audit and commit,
 * beside the bare rows of the same figures in the same database; and a workbook of many returns imported.
 */
@Command(
        name = "returns",
        mixinStandardHelpOptions = true,
        description = "Figures filed a second with rights, validation, audit and commit; import of a workbook.")
final class ReturnsBench implements Callable<Integer> {
    /** March to May 2021; each has last year's returns and the month before to be judged against. */
    private static final List<Integer> MEASURED =
            List.of(3 * Slots.PER_YEAR + 1, 3 * Slots.PER_YEAR + 2, 3 * Slots.PER_YEAR + 3);

    @Option(names = "--enterprises", description = "filing in each period (default ${DEFAULT-VALUE})")
    private int enterprises = 20_000;

    @Option(
            names = "--rows",
            description = "of the imported workbook; 0 leaves the import out (default ${DEFAULT-VALUE})")
    private int rows = 100_000;

    @Option(names = "--markdown", paramLabel = "FILE", description = "also write the table as markdown")
    private @Nullable Path markdown;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var report = new Report(
                "Returns filed and imported",
                "./diaodu bench returns --enterprises " + enterprises + " --rows " + rows,
                "work",
                "returns",
                "figures",
                "median",
                "figures a second",
                "against ours");
        file(report);
        if (rows > 0) {
            importWorkbook(report);
        }
        report.print(spec.commandLine().getOut(), markdown);
        return 0;
    }

    private void file(Report report) throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try (var office = new FilingOffice(data)) {
            List<Books> books = books(enterprises);
            office.register(books);
            for (int slot : MEASURED) {
                office.takeOver(books, slot - Slots.PER_YEAR);
            }
            office.takeOver(books, MEASURED.getFirst() - 1);
            var ours = new double[MEASURED.size()];
            var bare = new double[MEASURED.size()];
            long figures = 0;
            long returns = 0;
            for (int i = 0; i < ours.length; i++) {
                FilingOffice.Filed filed = office.file(books, MEASURED.get(i));
                ours[i] = filed.milliseconds();
                figures = filed.figures();
                returns = filed.returns();
                bare[i] = office.copyBare(books, MEASURED.get(i));
            }
            double median = new Runs(ours).median();
            row(report, "ours: rights, rules, audit, commit", returns, figures, median, median);
            row(
                    report,
                    "the same figures by COPY into a bare table, committed",
                    returns,
                    figures,
                    new Runs(bare).median(),
                    median);
            report.note(
                    "A return is judged against last year's, the month before and its own history. Aim: 30 000 figures a second.");
        } finally {
            Folders.delete(data);
        }
    }

    private void importWorkbook(Report report) throws Exception {
        Path data = Files.createTempDirectory("diaodu-bench");
        try (var office = new FilingOffice(data)) {
            Path workbook = data.resolve("returns.xlsx");
            int slot = MEASURED.getFirst();
            List<Books> books = books(rows);
            List<Books> filing =
                    books.stream().filter(own -> own.plant().isListed(slot)).toList();
            try (OutputStream out = Files.newOutputStream(workbook)) {
                ReturnSheet.xlsx(out, filing, slot);
            }
            office.register(books);
            byte[] content = Files.readAllBytes(workbook);
            PeakMemory memory = PeakMemory.from();
            FilingOffice.Imported imported = office.importWorkbook(slot, content);
            row(
                    report,
                    "workbook: dry run",
                    filing.size(),
                    imported.figures(),
                    imported.dryRunMilliseconds(),
                    imported.milliseconds());
            row(
                    report,
                    "workbook: dry run and commit",
                    filing.size(),
                    imported.figures(),
                    imported.milliseconds(),
                    imported.milliseconds());
            report.note(
                    "Workbook of %,d KiB; peak heap during the import %,d MiB above the %,d MiB in use before (the province in memory)."
                            .formatted(content.length >> 10, memory.aboveMebibytes(), memory.beforeMebibytes()));
        } finally {
            Folders.delete(data);
        }
    }

    private static List<Books> books(int enterprises) {
        Province province = Province.of(Province.DEFAULT_SEED, enterprises);
        return province.plants().stream().map(province::books).toList();
    }

    private static void row(Report report, String work, long returns, long figures, double milliseconds, double ours) {
        report.row(
                work,
                "%,d".formatted(returns),
                "%,d".formatted(figures),
                Report.milliseconds(milliseconds),
                "%,.0f".formatted(figures / milliseconds * 1000),
                Report.times(milliseconds / ours));
    }
}
