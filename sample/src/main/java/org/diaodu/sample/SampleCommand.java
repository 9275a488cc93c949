package org.diaodu.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code diaodu sample}: writes a made-up province as files; exit status 0 written, 2 not possible. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a made-up province: enterprises.csv, returns-PERIOD.csv for each month and year-to-date,",
            "parameters.csv and comparators.csv. The same seed and size always give the same bytes.",
            "With 4000 enterprises its first quarter of 2022 grows by 8.1 %% and its March by 10.3 %%."
        })
public final class SampleCommand implements Callable<Integer> {
    enum Format {
        csv,
        parquet
    }

    @Option(
            names = "--enterprises",
            paramLabel = "N",
            description = "enterprises listed at the end (default ${DEFAULT-VALUE})")
    private int enterprises = Province.DEFAULT_ENTERPRISES;

    @Option(
            names = "--months",
            paramLabel = "M",
            description = "months up to March 2022, 1 to " + Slots.MONTHS + " (default ${DEFAULT-VALUE})")
    private int months = Slots.MONTHS;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder to write into")
    private Path out = Path.of(".");

    @Option(names = "--seed", paramLabel = "S", description = "another province (default ${DEFAULT-VALUE})")
    private long seed = Province.DEFAULT_SEED;

    @Option(names = "--format", description = "of the return files: csv or parquet (default ${DEFAULT-VALUE})")
    private Format format = Format.csv;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SampleCommand()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (enterprises < Province.FEWEST || enterprises > 5_000_000) {
            throw wrong(
                    "SAMPLE-SIZE --enterprises is " + enterprises + ", but takes " + Province.FEWEST + " to 5000000.");
        }
        if (months < 1 || months > Slots.MONTHS) {
            throw wrong("SAMPLE-MONTHS --months is " + months + ", but the sample has " + Slots.MONTHS
                    + " months, January 2019 to March 2022. Maybe --months 13.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw wrong("SAMPLE-OUT --out " + out + " is a file. Maybe name a new folder.");
        }
        try {
            long began = System.nanoTime();
            Province province = Province.of(seed, enterprises);
            List<Path> files = new SampleFiles(province, out)
                    .write(months, progress(province.plants().size()));
            if (format == Format.parquet) {
                files = ParquetFiles.convert(out, files);
            }
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d enterprises, %d return files in %s (%.1f s)%n",
                            province.plants().size(), files.size(), out, (System.nanoTime() - began) / 1e9);
            files.forEach(spec.commandLine().getOut()::println);
            return 0;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("SAMPLE-WRITE cannot write to " + out + ": " + e.getMessage()
                            + ". Maybe check the space on the disk and the permissions.");
            return 2;
        }
    }

    private static IntConsumer progress(int total) {
        if (System.console() == null) {
            return _ -> {};
        }
        return done -> System.err.printf("\r%d of %d enterprises", done, total);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
