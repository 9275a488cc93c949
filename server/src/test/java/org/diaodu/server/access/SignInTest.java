package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.TestProvince;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest extends PlatformTest {

    @Autowired
    private Users users;

    @Autowired
    private PasswordEncoder encoder;

    @Test
    void nobodyGetsPastTheDoor() {
        var answer = Visit.anonymous(url("")).get("/account");
        assertThat(location(answer)).endsWith("/sign-in");
        assertThat(Visit.anonymous(url(""))
                        .get("/account", "HX-Request", "true")
                        .headers()
                        .firstValue("HX-Redirect"))
                .contains("/sign-in");
        assertThat(Visit.anonymous(url("")).get("/api/anything").statusCode()).isEqualTo(401);
    }

    @Test
    void somebodyWithTheRightPasswordDoes() {
        assertThat(visit("analyst-230100").get("/account").body()).contains("analyst-230100");
    }

    @Test
    void passwordsAreHashedByArgon2id() {
        String stored = asSystem(() -> jdbc.sql("select password from credential where account = :id")
                .param("id", province.id("analyst-230100"))
                .query(String.class)
                .single());
        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches(TestProvince.PASSWORD, stored)).isTrue();
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetTheSameAnswer() {
        var unknown = attempt("no-such-person", "wrong");
        var wrong = attempt(somebody(), "wrong");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(location(unknown)).isEqualTo(location(wrong)).endsWith("/sign-in?refused");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        String name = somebody();
        for (int i = 0; i < 4; i++) attempt(name, "wrong");
        assertThat(location(attempt(name, TestProvince.PASSWORD))).doesNotContain("refused");
        for (int i = 0; i < 5; i++) attempt(name, "wrong");
        assertThat(location(attempt(name, TestProvince.PASSWORD))).contains("refused");
        asSystem(() -> jdbc.sql(
                        "update credential set locked_until = now() where account = (select id from account where name = :name)")
                .param("name", name)
                .update());
        assertThat(location(attempt(name, TestProvince.PASSWORD))).doesNotContain("refused");
    }

    @Test
    void theWaitDoublesUpToItsLimit() {
        var rules = new SignInProperties(5, Duration.ofMinutes(1), Duration.ofMinutes(30), 30);
        assertThat(Stream.of(4, 5, 6, 7, 9, 10, 1_000).map(rules::waitAfter).map(Duration::toMinutes))
                .containsExactly(0L, 1L, 2L, 4L, 16L, 30L, 30L);
    }

    @Test
    void guessesAtOnceAreAllCounted() throws Exception {
        String name = somebody();
        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> guess = () -> attempt(name, "wrong").statusCode();
            guessers.invokeAll(java.util.Collections.nCopies(8, guess));
        }
        assertThat(location(attempt(name, TestProvince.PASSWORD))).contains("refused");
        assertThat(asSystem(() -> jdbc.sql(
                                "select failures from credential c join account a on a.id = c.account where a.name = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single()))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void attemptsFromOneAddressAreLimitedAndTheLimitRefills() {
        var limit = new AttemptLimit(new SignInProperties(5, Duration.ofMinutes(1), Duration.ofMinutes(30), 3));
        assertThat(Stream.of(0, 1, 2, 3).map(i -> limit.taken("10.0.0.1", i))).containsExactly(true, true, true, false);
        assertThat(limit.taken("10.0.0.2", 4)).isTrue();
        assertThat(limit.taken("10.0.0.1", 21_000_000_000L)).isTrue();
    }

    @Test
    void theSessionGetsANewNameAtSignIn() {
        Visit visit = Visit.anonymous(url(""));
        visit.get("/sign-in");
        String before = visit.cookie("DIAODU");
        visit.post("/sign-in", "name", "analyst-230100", "password", TestProvince.PASSWORD);
        assertThat(visit.cookie("DIAODU")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Visit visit = Visit.anonymous(url(""));
        assertThat(visit.post("/sign-in", "name", "analyst-230100", "password", TestProvince.PASSWORD)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSession() {
        Visit visit = visit("analyst-230100");
        visit.post("/sign-out");
        assertThat(location(visit.get("/account"))).endsWith("/sign-in");
    }

    @Test
    void passwordsMustBeLongAndUncommon() {
        assertThat(Stream.of("short", "aaaaaaaaaaaa", "zhang-likes-tea", "Password1234", "1234567890", "x".repeat(200))
                        .map(password -> Passwords.fault(password, "zhang").isPresent()))
                .containsOnly(true);
        assertThat(Passwords.fault("river-otter-88", "zhang")).isEmpty();
        assertThat(Passwords.fault("冬天的松花江边很冷啊真的", "zhang")).isEmpty();
        Set<String> random = new HashSet<>();
        for (int i = 0; i < 100; i++) random.add(Passwords.random());
        assertThat(random)
                .hasSize(100)
                .allMatch(password -> Passwords.fault(password, "zhang").isEmpty());
    }

    @Test
    void workAsThePlatformNeverJoinsSomebodysTransaction() {
        assertThatThrownBy(() -> inScopeOf("analyst-230102", () -> AsSystem.call("test", () -> 1)))
                .hasMessageContaining("AC04");
    }

    private HttpResponse<String> attempt(String name, String password) {
        Visit visit = Visit.anonymous(url(""));
        visit.get("/sign-in");
        return visit.post("/sign-in", "name", name, "password", password);
    }

    private String somebody() {
        String name = "somebody-" + System.nanoTime();
        AsSystem.call(
                "test",
                () -> users.create(new Users.NewUser(
                        name, name, TestProvince.PASSWORD, Set.of(Role.LEADER), "230102", null, false)));
        return name;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
