package org.diaodu.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @TempDir
    Path folder;

    @Test
    void pathsAreTakenFromTheFolderOfThePlanUnlessTheySayWhere() throws Exception {
        Plan plan = Plan.read(written("""
                {"tables": {"enterprise": ["a.parquet", "/data/b.parquet", "hdfs://store/c"]},
                 "statements": [{"name": "tiers", "sql": "SELECT 1"}], "out": "results"}"""));

        assertThat(plan.tables().get("enterprise"))
                .isEqualTo(List.of("file:" + folder + "/a.parquet", "file:/data/b.parquet", "hdfs://store/c"));
        assertThat(plan.location(plan.statements().getFirst())).isEqualTo("file:" + folder + "/results/tiers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"tables\": | is not JSON",
                "{\"table\": {}} | unknown member \"table\"",
                "{\"tables\": {\"t\": [\"a\"]}, \"out\": \"o\"} | / lacks \"statements\"",
                "{\"tables\": {\"t\": []}, \"statements\": [], \"out\": \"o\"} | /tables/t must be a list",
                "{\"tables\": {\"T 1\": [\"a\"]}, \"statements\": [{\"name\": \"s\", \"sql\": \"x\"}], \"out\": \"o\"} | \"T 1\" cannot be a name",
                "{\"tables\": {\"t\": [\"a\"]}, \"statements\": [{\"name\": \"../s\", \"sql\": \"x\"}], \"out\": \"o\"} | \"../s\" cannot be a name",
                "{\"tables\": {\"t\": [\"a\"]}, \"statements\": [{\"name\": \"s\", \"sql\": 7}], \"out\": \"o\"} | /statements/0/sql must be a text",
                "{\"tables\": {\"t\": [\"a\"]}, \"statements\": [{\"name\": \"s\", \"sql\": \"x\"}, {\"name\": \"s\", \"sql\": \"x\"}], \"out\": \"o\"} | two statements are named s"
            })
    void whatIsWrongInAPlanIsSaidWithItsPlace(String text, String said) throws Exception {
        Ran ran = Ran.of("run", written(text).toString(), "--engine", "local[1]");
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(said, "Maybe");
    }

    @Test
    void aMissingPlanAndAMissingClusterAreSaid() throws Exception {
        assertThat(Ran.of("run", folder.resolve("none.json").toString()).err()).contains("none.json cannot be read");
        Path plan = written("""
                {"tables": {"t": ["a"]}, "statements": [{"name": "s", "sql": "SELECT 1"}], "out": "o"}""");
        assertThat(Ran.of("run", plan.toString(), "--dir", folder.toString()).err())
                .contains("cluster.not-running", "./diaodu cluster start");
        assertThat(Ran.of("status", "--dir", folder.toString()).status()).isEqualTo(1);
        assertThat(Ran.of("start", "--dir", folder.toString(), "--workers", "0").err())
                .contains("cluster.size");
    }

    private Path written(String text) throws Exception {
        return Files.writeString(folder.resolve("plan.json"), text);
    }
}
