package org.diaodu.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** The way of a notice out of the platform. */
class DeliveriesTest extends PlatformTest {

    private static final NoticeProperties SETTINGS =
            new NoticeProperties("https://diaodu.example", "diaodu@example.gov.cn", LocalTime.of(8, 30), List.of());
    private static final String READER = "analyst-230202";

    @Autowired
    private Notices notices;

    @Autowired
    private PlatformTransactionManager transactions;

    private long reader;

    /** A chat that keeps what it was sent, and is out of order while {@code fault} says so. */
    private static final class Chat implements Post {
        private final Channel.Kind kind;
        private final Queue<String> taken = new ConcurrentLinkedQueue<>();
        private volatile String fault = "";

        Chat(Channel.Kind kind) {
            this.kind = kind;
        }

        @Override
        public Channel.Kind kind() {
            return kind;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void carry(long delivery, String address, Letter letter) throws IOException {
            if (!fault.isEmpty()) {
                throw new IOException(fault);
            }
            taken.add(letter.subject() + "\n" + letter.text());
        }

        long times(String text) {
            return taken.stream().filter(letter -> letter.contains(text)).count();
        }
    }

    @BeforeEach
    void aReaderWithoutChannels() {
        reader = asSystem(() -> jdbc.sql("select id from account where name = :name")
                .param("name", READER)
                .query(Long.class)
                .single());
        forget();
    }

    @AfterEach
    void forget() {
        asSystem(() -> jdbc.sql("delete from notice_channel where account = :a")
                .param("a", reader)
                .update());
    }

    private void channel(Channel.Kind kind) {
        asSystem(() -> jdbc.sql(
                        "insert into notice_channel (account, kind, address, opened_at, collected_at) values (:a, :k, 'x@example.org', now() - interval '1 minute', '2022-01-01')")
                .param("a", reader)
                .param("k", kind.name())
                .update());
    }

    private String told() {
        String title = "事项 " + System.nanoTime();
        asSystem(() -> {
            notices.tell(List.of(reader), new Telling(title, "test", title, "第一行\r\nBcc: all@example.org", "/account"));
            return true;
        });
        return title;
    }

    private Deliveries deliveries(Post post) {
        return new Deliveries(jdbc, SETTINGS, List.of(post), transactions);
    }

    @Test
    void aRobotIsToldAtOnceAndOnlyOnce() {
        channel(Channel.Kind.WEBHOOK);
        Chat chat = new Chat(Channel.Kind.WEBHOOK);
        String first = told();
        deliveries(chat).sweep(Instant.now());
        String second = told();
        deliveries(chat).sweep(Instant.now());
        deliveries(chat).sweep(Instant.now());
        assertThat(chat.times(first)).isOne();
        assertThat(chat.times(second)).isOne();
        assertThat(chat.taken.peek()).contains("https://diaodu.example/account");
    }

    @Test
    void whileAChatIsDownNothingIsLostAndEachPauseIsLonger() {
        channel(Channel.Kind.WEBHOOK);
        Chat chat = new Chat(Channel.Kind.WEBHOOK);
        chat.fault = "503";
        String title = told();
        Instant now = Instant.now();
        deliveries(chat).sweep(now);
        chat.fault = "";
        deliveries(chat).sweep(now.plusSeconds(59));
        assertThat(chat.times(title)).as("before the pause is over").isZero();
        deliveries(chat).sweep(now.plusSeconds(61));
        assertThat(chat.times(title)).isOne();
    }

    @Test
    void aDeliveryThatNeverArrivesIsGivenUpWithItsFaultKept() {
        channel(Channel.Kind.WEBHOOK);
        Chat chat = new Chat(Channel.Kind.WEBHOOK);
        chat.fault = "no such robot";
        told();
        Instant now = Instant.now();
        for (int day = 0; day < 20; day++) {
            deliveries(chat).sweep(now.plus(Duration.ofDays(day)));
        }
        assertThat(asSystem(() ->
                        jdbc.sql("""
                        select d.state || ' ' || d.attempts || ' ' || d.fault from notice_delivery d
                        join notice_channel c on c.id = d.channel where c.account = :a
                        """).param("a", reader).query(String.class).list()))
                .containsExactly("GIVEN_UP 8 no such robot");
    }

    @Test
    void platformsThatSweepTogetherSendEveryNoticeOnce() throws Exception {
        channel(Channel.Kind.WEBHOOK);
        Chat chat = new Chat(Channel.Kind.WEBHOOK);
        List<String> titles = new java.util.ArrayList<>();
        try (var platforms = Executors.newFixedThreadPool(4)) {
            List<Future<?>> sweeping = new java.util.ArrayList<>();
            for (int round = 0; round < 10; round++) {
                titles.add(told());
                for (int platform = 0; platform < 4; platform++) {
                    sweeping.add(platforms.submit(() -> deliveries(chat).sweep(Instant.now())));
                }
            }
            for (Future<?> one : sweeping) {
                one.get();
            }
        }
        deliveries(chat).sweep(Instant.now());
        assertThat(titles).allMatch(title -> chat.times(title) == 1);
    }

    @Test
    void theDaysMailGoesOutOnAWorkingDayWithWhatIsStillUnread() {
        channel(Channel.Kind.MAIL);
        Chat box = new Chat(Channel.Kind.MAIL);
        String read = told();
        String unread = told();
        asSystem(() -> jdbc.sql("select 1").query(Integer.class).single());
        inScopeOf(READER, () -> {
            notices.open(idOf(read));
            return true;
        });
        deliveries(box).sweep(Instant.parse("2022-10-05T02:00:00Z")); // National Day
        deliveries(box).sweep(Instant.parse("2022-10-08T00:29:00Z")); // a working Saturday, before half past eight
        assertThat(box.taken).isEmpty();
        deliveries(box).sweep(Instant.parse("2022-10-08T00:31:00Z"));
        deliveries(box).sweep(Instant.parse("2022-10-08T06:00:00Z"));
        assertThat(box.times(unread)).isOne();
        assertThat(box.times(read)).isZero();
    }

    private long idOf(String title) {
        return jdbc.sql("select id from notice where account = :a and title = :t")
                .param("a", reader)
                .param("t", title)
                .query(Long.class)
                .single();
    }

    @Test
    void aRobotsRefusalIsAFailureAlsoWithStatus200() throws Exception {
        AtomicReference<String> asked = new AtomicReference<>("");
        AtomicReference<String> answer = new AtomicReference<>("{\"errcode\":0,\"errmsg\":\"ok\"}");
        HttpServer robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        robot.createContext("/", exchange -> {
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = String.valueOf(answer.get()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        robot.start();
        try {
            String address = "http://localhost:" + robot.getAddress().getPort() + "/";
            new WebhookPost().carry(1, address, new Letter("主题\"引号", "正文"));
            assertThat(asked.get()).contains("\"msgtype\":\"text\"").contains("主题\\\"引号\\n正文");
            answer.set("{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> new WebhookPost().carry(1, address, new Letter("主题", "正文")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("keywords not in content");
        } finally {
            robot.stop(0);
        }
    }

    @Test
    void aMailIsPlainTextWithTheSameNumberEachTimeItIsSent() throws Exception {
        try (ServerSocket smtp = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var received = Executors.newVirtualThreadPerTaskExecutor().submit(() -> received(smtp));
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("localhost");
            sender.setPort(smtp.getLocalPort());
            var beans = new StaticListableBeanFactory();
            beans.addBean("sender", sender);
            MailPost post = new MailPost(beans.getBeanProvider(JavaMailSender.class), SETTINGS);
            assertThat(post.isReady()).isTrue();
            Notice notice =
                    new Notice(1, 1, "test", "标题", "第一行\r\nBcc: all@example.org", "/account", Instant.now(), null);
            post.carry(77, "wang@example.org", Letter.of(List.of(notice), "https://diaodu.example"));
            String mail = received.get();
            assertThat(mail)
                    .contains("Message-ID: <notice-77@diaodu>")
                    .contains("From: diaodu@example.gov.cn")
                    .contains("To: wang@example.org")
                    .containsIgnoringCase("Content-Type: text/plain; charset=UTF-8")
                    .doesNotContain("\nBcc:");
        }
    }

    /** One mail taken by the least a mail server has to say. */
    private static String received(ServerSocket smtp) throws IOException {
        try (Socket client = smtp.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            var out = client.getOutputStream();
            StringBuilder mail = new StringBuilder();
            out.write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    mail.append(line).append('\n');
                    continue;
                }
                data = line.equals("DATA");
                String answer = data ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok";
                out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
                if (line.equals("QUIT")) {
                    break;
                }
            }
            return mail.toString();
        }
    }
}
