package org.diaodu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RulesBenchTest {

    @Test
    void everyPolicyGivesEveryEnterpriseTheAmountThatThePeersGive() {
        var printed = new StringWriter();
        int status = new CommandLine(new RulesBench())
                .setOut(new PrintWriter(printed))
                .execute("--policies", "12", "--enterprises", "400", "--sample", "40", "--threads", "1");

        assertThat(status).as(printed.toString()).isZero();
        assertThat(printed.toString()).contains("Apache KIE", "jDMN", "0 of 480 answers differ");
    }
}
