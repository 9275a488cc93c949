package org.diaodu.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesTest extends PlatformTest {

    private static final String READER = "analyst-230102";

    @Autowired
    private Notices notices;

    private long account(String name) {
        return asSystem(() -> jdbc.sql("select id from account where name = :name")
                .param("name", name)
                .query(Long.class)
                .single());
    }

    private static Telling telling(String key, String title) {
        return new Telling(key, "test", title, "", "/account");
    }

    private void told(String by, String to, String key, String title) {
        long reader = account(to);
        inScopeOf(by, () -> {
            notices.tell(List.of(reader, reader), telling(key, title));
            return true;
        });
    }

    private static String key() {
        return "test/" + System.nanoTime();
    }

    @Test
    void theSameThingIsToldOnceWhoeverSaysItAgain() {
        String key = key();
        told("analyst-230100", READER, key, "第一次说 " + key);
        told("analyst-230000", READER, key, "又说一次 " + key);
        String page = visit(READER).get("/notices").body();
        assertThat(page).contains("第一次说 " + key).doesNotContain("又说一次 " + key);
    }

    @Test
    void whatIsTakenBackWasNeverTold() {
        String key = key();
        assertThatThrownBy(() -> inScopeOf("analyst-230100", () -> {
                    notices.tell(List.of(account(READER)), telling(key, "没有发生 " + key));
                    throw new IllegalStateException("the step fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(visit(READER).get("/notices?show=all").body()).doesNotContain(key);
    }

    @Test
    void itIsReadOnceOpenedAndOnlyByItsOwnReader() {
        String key = key();
        told("analyst-230100", READER, key, "请处理 " + key);
        Visit reader = visit(READER);
        String link =
                reader.get("/notices").body().replaceAll("(?s).*href=\"(/notices/\\d+)\">请处理 " + key + ".*", "$1");
        assertThat(visit("analyst-230000").get(link).statusCode()).isEqualTo(404);
        HttpResponse<String> opened = reader.get(link);
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location").orElse("")).endsWith("/account");
        assertThat(reader.get("/notices").body()).doesNotContain(key);
        assertThat(reader.get("/notices?show=all").body()).contains(key);
    }

    @Test
    void markingAllAsReadLeavesWhatCameMeanwhile() {
        String seen = key();
        told("analyst-230100", READER, seen, "看到的 " + seen);
        Visit reader = visit(READER);
        String latest = reader.get("/notices").body().replaceAll("(?s).*name=\"until\" value=\"(\\d+)\".*", "$1");
        String later = key();
        told("analyst-230100", READER, later, "后来的 " + later);
        reader.post("/notices/read", "until", latest);
        assertThat(reader.get("/notices").body()).doesNotContain(seen).contains(later);
    }

    @Test
    void markupInATitleIsText() {
        String key = key();
        told("analyst-230100", READER, key, "<script>alert('" + key + "')</script>");
        assertThat(visit(READER).get("/notices").body()).contains("&lt;script").doesNotContain("<script>alert(");
    }

    @Test
    void aNoticeNeverLeadsOffThePlatform() {
        assertThatThrownBy(() -> new Telling("k", "test", "标题", "", "https://example.org/"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Telling("k", "test", "标题", "", "//example.org/"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOpenPageHearsOfItAtOnce() throws Exception {
        Visit reader = visit("leader-230102");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/notices/stream")))
                .header("Cookie", "DIAODU=" + reader.cookie("DIAODU"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                var lines = new BufferedReader(new InputStreamReader(
                        client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body(),
                        StandardCharsets.UTF_8))) {
            long before = unread(lines);
            told("analyst-230100", "leader-230102", key(), "马上要知道");
            assertThat(unread(lines)).isEqualTo(before + 1);
            client.shutdownNow();
        }
    }

    private static long unread(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = lines.readLine();
        }
        return Long.parseLong(String.valueOf(line).substring("data:".length()).strip());
    }

    @Test
    void anAddressThatIsNoMailBoxAndNoRobotIsToldByField() {
        Visit reader = visit(READER);
        reader.get("/notices/channels");
        HttpResponse<String> answer =
                reader.post("/notices/channels", "mail", "wang at example", "webhook", "https://10.0.0.1/robot");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("这不像邮箱地址").contains("只能用钉钉或企业微信群机器人").contains("value=\"wang at example\"");
        for (String address : List.of(
                "http://oapi.dingtalk.com/robot/send",
                "https://oapi.dingtalk.com:8443/x",
                "https://oapi.dingtalk.com@10.0.0.1/",
                "https://oapi.dingtalk.com.example.org/",
                "file:///etc/passwd",
                "https:///x")) {
            assertThat(reader.post("/notices/channels", "webhook", address).statusCode())
                    .as(address)
                    .isEqualTo(422);
        }
    }
}
