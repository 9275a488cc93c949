package org.diaodu.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.Test;

class ErrorPagesTest extends PlatformTest {

    @Test
    void aFormWithMoreTextThanIsTakenIsRefusedInWords() {
        HttpResponse<String> answer = visit("analyst-230000").post("/returns/queries", "words", "难".repeat(1_000_000));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("内容太大", "4 MB").doesNotContain("Exception");
    }

    @Test
    void anAddressNobodyHasIsSaidNotToBeThere() {
        HttpResponse<String> answer = visit("analyst-230000").get("/no/such/page");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("Exception");
    }
}
