package org.diaodu.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.SignedInUsers;
import org.diaodu.server.cockpit.SmallProvince;
import org.diaodu.server.dispatch.FallingProvince;
import org.diaodu.server.pairing.PairedProvince;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Base of every test that needs the platform. All of them share one context, one embedded PostgreSQL and one test
 * province ({@link TestProvince}); rows of other tests may be there, so a test looks only at its own. Tests that close months of
 * the whole province have a context, and with it a database, of their own.
 */
@SpringBootTest(classes = DiaoduServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({
    TestProvince.class,
    Kills.class,
    TestEnterprises.class,
    RouteTargets.class,
    SignedInUsers.class,
    SmallProvince.class,
    FallingProvince.class,
    PairedProvince.class
})
public abstract class PlatformTest {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestProvince province;

    @Autowired
    private PlatformTransactionManager transactions;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path data = Files.createTempDirectory(Files.createDirectories(target), "platform");
        Path cache = Files.createDirectories(target.resolve("postgres-cache"));
        Files.createSymbolicLink(data.resolve(".cache"), cache);
        registry.add("diaodu.data", data::toString);
        registry.add("diaodu.sign-in.attempts-per-minute", () -> 100_000);
        registry.add("diaodu.first-administrators", () -> false);
        registry.add("diaodu.notices.every", () -> "1d"); // tests sweep themselves
        registry.add("diaodu.appeals.every", () -> "1d");
        registry.add("diaodu.targets.first", () -> "1d");
        registry.add("diaodu.effects.first", () -> "1d"); // and measure themselves
        registry.add("diaodu.matching.first", () -> "1d"); // tests of matching run it themselves
    }

    @BeforeEach
    void theProvinceIsThere() {
        province.found();
    }

    /** The address of a page on the running server. */
    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** Signs this user into a MockMvc request, e.g. {@code get("/returns").with(as("analyst-230100"))}. */
    protected RequestPostProcessor as(String user) {
        return province.signedIn(user);
    }

    /** Signs in over HTTP with the form, and keeps the cookies. */
    protected Visit visit(String user) {
        return Visit.signedIn(url(""), user, TestProvince.PASSWORD);
    }

    /** Runs work in a transaction with this user's scope. */
    protected <T> T inScopeOf(String user, Supplier<T> work) {
        return province.as(user, () -> transaction().execute(t -> work.get()));
    }

    /** Runs work in a transaction as the platform. */
    protected <T> T asSystem(Supplier<T> work) {
        return AsSystem.call("test", () -> transaction().execute(t -> work.get()));
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
