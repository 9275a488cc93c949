package org.diaodu.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.diaodu.standards.Period;

/**
 * Writes the province as csv in the forms of docs/formats: the register, one return file for each month and each
 * year-to-date, growth parameters and comparators. Streams: memory does not grow with the number of periods.
 */
final class SampleFiles {
    static final String RETURNS_HEAD =
            "credit_code,name,region,industry,period,output,output_base,output_base_filed,status,size,ownership,park,chain,key";

    private final Province province;
    private final Path directory;

    SampleFiles(Province province, Path directory) {
        this.province = province;
        this.directory = directory;
    }

    /** Writes everything and names the return files, oldest period first. */
    List<Path> write(int months, IntConsumer enterprisesDone) throws IOException {
        Files.createDirectories(directory);
        List<Integer> slots = Slots.lastMonths(months);
        register();
        parameters(slots);
        comparators();
        return returns(slots, enterprisesDone);
    }

    private List<Path> returns(List<Integer> slots, IntConsumer enterprisesDone) throws IOException {
        var files = new ArrayList<ReturnFile>();
        try {
            for (int slot : slots) {
                files.add(new ReturnFile(directory, slot, false));
                if (Slots.inYear(slot) > 0) {
                    files.add(new ReturnFile(directory, slot, true));
                }
            }
            int done = 0;
            for (Plant plant : province.plants()) {
                History history = province.history(plant);
                var line = new ReturnLine(history);
                for (ReturnFile file : files) {
                    file.add(line);
                }
                if (++done % 1000 == 0) {
                    enterprisesDone.accept(done);
                }
            }
        } finally {
            for (ReturnFile file : files) {
                file.close();
            }
        }
        return files.stream().map(ReturnFile::path).toList();
    }

    private void register() throws IOException {
        try (BufferedWriter out = writer(directory.resolve("enterprises.csv"))) {
            out.write(
                    "credit_code,name,region,industry,size,ownership,park,chain,key,staff,new_plant_from,listed_from,listed_until\n");
            for (Plant plant : province.plants()) {
                out.write(String.join(
                        ",",
                        plant.creditCode(),
                        plant.name(),
                        plant.county(),
                        plant.industry(),
                        plant.size().name(),
                        plant.ownership().name(),
                        plant.park(),
                        plant.chain(),
                        String.valueOf(plant.key()),
                        String.valueOf(plant.staff()),
                        plant.started() == Plant.ALWAYS
                                ? ""
                                : Slots.month(plant.started()).iso(),
                        plant.listed() < Slots.FIRST_FILED
                                ? ""
                                : Slots.month(plant.listed()).iso(),
                        plant.delisted() == Plant.NEVER
                                ? ""
                                : Slots.month(plant.delisted()).iso()));
                out.write('\n');
            }
        }
    }

    private void parameters(List<Integer> slots) throws IOException {
        try (BufferedWriter out = writer(directory.resolve("parameters.csv"))) {
            out.write("industry,period,va_rate,price_index\n");
            for (GrowthSetting setting : GrowthSetting.all(province, slots)) {
                out.write(setting.industry() + "," + setting.period().iso() + "," + setting.valueAddedRate() + ","
                        + setting.priceIndex() + "\n");
            }
        }
    }

    private void comparators() throws IOException {
        try (BufferedWriter out = writer(directory.resolve("comparators.csv"))) {
            out.write("period,indicator,scope,value,source,url,published_on\n");
            for (Table.Row row : Table.read("comparators.csv").rows()) {
                out.write(String.join(",", row.cells().values()) + "\n");
            }
        }
    }

    private static BufferedWriter writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    /** The return file of one period. */
    private static final class ReturnFile implements Closeable {
        private final Path path;
        private final int slot;
        private final boolean yearToDate;
        private final String period;
        private final BufferedWriter out;

        ReturnFile(Path directory, int slot, boolean yearToDate) throws IOException {
            Period of = yearToDate ? Slots.yearToDate(slot) : Slots.month(slot);
            this.slot = slot;
            this.yearToDate = yearToDate;
            this.period = of.iso();
            this.path = directory.resolve("returns-" + period + ".csv");
            this.out = writer(path);
            out.write(RETURNS_HEAD + "\n");
        }

        Path path() {
            return path;
        }

        void add(ReturnLine line) throws IOException {
            line.write(out, slot, yearToDate, period);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
