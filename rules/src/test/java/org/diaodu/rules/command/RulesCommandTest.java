package org.diaodu.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RulesCommandTest {

    private static final String KIT = Path.of("src", "test", "resources", "kit").toString();

    @Test
    void theKitIsReportedAsJsonLevelByLevelWithWhatFailed() {
        Ran ran = Ran.rules("tck", KIT, "--format", "json");

        assertThat(ran.exit()).isOne();
        JsonNode levels = JsonMapper.shared().readTree(ran.out()).get("levels");
        assertThat(levels.size()).isEqualTo(2);
        JsonNode three = levels.get(1);
        assertThat(three.propertyNames())
                .contains("level", "cases", "passed", "compiled", "compiledAgree", "fellBack", "failed");
        assertThat(three.get("level").asInt()).isEqualTo(3);
        assertThat(three.get("cases").asInt()).isEqualTo(8);
        assertThat(three.get("passed").asInt()).isEqualTo(5);
        JsonNode miss = three.get("failed").get(1);
        assertThat(miss.propertyNames())
                .containsExactlyInAnyOrder(
                        "folder", "file", "case", "node", "expected", "reference", "compiled", "why");
        assertThat(miss.get("folder").asString()).isEqualTo("9999-wrong-on-purpose");
        assertThat(miss.get("case").asString()).isEqualTo("off by one");
        assertThat(miss.get("compiled").asString()).isEqualTo("2");
    }

    @Test
    void theKitIsReportedAsATableAndPassesWithoutWhatIsWrongOnPurpose() {
        Ran ran = Ran.rules("tck", KIT, "--folder", "0001-*", "--list-failed");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "level  cases  passed   pass%  results  compiled  agree  lifted  agree  reference",
                        "    2     14      14  100.00       19        11     11      11     11          8",
                        "    3      5       5  100.00        5         4      4       4      4          1");
    }

    @Test
    void whatFailedIsListedOnDemand() {
        Ran ran = Ran.rules("tck", KIT, "--folder", "9999-*", "--list-failed");

        assertThat(ran.exit()).isOne();
        assertThat(ran.out()).contains("wrong-test-01.xml off by one Two", "expected  3", "reference 2");
    }

    @Test
    void aFolderThatIsNoKitEndsWithTwoAndAWordOnWhatToTry(@TempDir Path folder) {
        Ran ran = Ran.rules("tck", folder.toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("rules.file", "*-test-NN.xml");
    }
}
