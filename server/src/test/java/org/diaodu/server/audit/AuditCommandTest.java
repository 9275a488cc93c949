package org.diaodu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class AuditCommandTest extends PlatformTest {

    @Value("${diaodu.data}")
    private String data;

    @Autowired
    private Audit audit;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void readsTheLogBesideARunningPlatform() {
        asSystem(() -> {
            audit.record("test", "test", "1", null, Map.of("n", 1), null);
            return true;
        });
        assertThat(run("verify", "--data", data)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("whole").contains("SM3");
    }

    @Test
    void saysWhatIsWrongWithAFolder() {
        assertThat(run("verify", "--data", "/nowhere")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("AU04")
                .contains("/nowhere")
                .contains("Maybe");
    }

    @Test
    void withoutASubcommandItExplainsItself() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("verify");
    }

    private int run(String... arguments) {
        return AuditCommand.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
    }
}
