package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;

class SignInTest extends PlatformTest {

    @Test
    void nobodyGetsPastTheDoor() {
        var answer = Visit.anonymous(url("")).get("/account");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void somebodyWithTheRightPasswordDoes() {
        assertThat(visit("analyst-230100").get("/no-such-page").statusCode()).isEqualTo(404);
    }
}
