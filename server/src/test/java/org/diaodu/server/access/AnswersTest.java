package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;

/** What every answer says to the browser, and how failures are told. */
class AnswersTest extends PlatformTest {

    @Test
    void everyPageCarriesTheHeadersThatProtectIt() {
        var headers = Visit.anonymous(url("")).get("/sign-in").headers();
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "X-Frame-Options", "DENY",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin")
                .forEach((name, value) ->
                        assertThat(headers.firstValue(name)).as(name).contains(value));
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';")
                .contains("style-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("Permissions-Policy").orElse("")).contains("camera=()");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void noTemplateHoldsAnInlineScriptOrHandler() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .as(file.toString())
                            .doesNotContainPattern("<script(?![^>]*(src=|type=\"application/json\"))[^>]*>")
                            .doesNotContainPattern("\\son[a-z]+=\"")
                            .doesNotContain("javascript:"));
        }
    }

    @Test
    void aMissingPageSaysSoInBothLanguagesWithAnIncident() {
        Visit visit = visit("analyst-230100");
        var zh = visit.get("/no-such-page");
        assertThat(zh.statusCode()).isEqualTo(404);
        assertThat(zh.body()).contains("没有这个页面").contains("事件号").doesNotContain("Exception");
        visit.post("/look", "language", "en");
        assertThat(visit.get("/no-such-page").body()).contains("Incident").doesNotContain("事件号");
    }

    @Test
    void aForeignRoleGetsAPageThatExplains() {
        var answer = visit("analyst-230100").get("/admin/users");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("无权查看").doesNotContain("AccessDenied");
    }

    @Test
    void nonsenseInAnAddressIsABadRequest() {
        Visit admin = visit("security-admin-230100");
        assertThat(admin.get("/admin/users/abc").statusCode()).isEqualTo(400);
        assertThat(admin.get("/admin/users?role=KING").statusCode()).isEqualTo(400);
        assertThat(admin.get("/admin/users?page=x").statusCode()).isEqualTo(400);
        assertThat(admin.get("/admin/users?page=-7").statusCode()).isEqualTo(200);
        assertThat(admin.get("/admin/users?q=%27%3B+drop+table+account%3B--").statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/admin/users?q=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void theWrongMethodIsTold() {
        assertThat(visit("analyst-230100").post("/account").statusCode()).isEqualTo(405);
    }

    @Test
    void healthAnswersOnlyLocally() {
        assertThat(Visit.anonymous(url("")).get("/actuator/health").statusCode())
                .isEqualTo(200);
        assertThat(Visit.anonymous(url("")).get("/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiIsDescribed() {
        assertThat(visit("analyst-230100").get("/v3/api-docs").body())
                .contains("\"/account\"")
                .contains("\"/admin/users\"");
    }
}
