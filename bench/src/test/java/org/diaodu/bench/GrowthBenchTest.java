package org.diaodu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GrowthBenchTest {

    @Test
    void theBenchAgreesWithPostgresOnEveryGroup(@TempDir Path folder) {
        Path markdown = folder.resolve("growth.md");
        var printed = new StringWriter();
        int status = new CommandLine(new GrowthBench())
                .setOut(new PrintWriter(printed))
                .execute("--enterprises", "400", "--runs", "1", "--markdown", markdown.toString());
        assertThat(status).isZero();
        assertThat(printed.toString()).contains("PostgreSQL GROUPING SETS", "Largest difference", "JDK");
        assertThat(markdown).content().contains("| work | median |", "`./diaodu bench growth --enterprises 400`");
    }
}
