package org.diaodu.sample.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.sample.SampleCommand;
import org.diaodu.sample.WrittenFiles;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.access.Units;
import org.diaodu.server.calendar.BusinessClock;
import org.diaodu.server.cockpit.Cockpit;
import org.diaodu.server.cockpit.Cockpits;
import org.diaodu.server.dispatch.EffectMeasuring;
import org.diaodu.server.registry.Classes;
import org.diaodu.server.registry.Classification;
import org.diaodu.server.returns.Closings;
import org.diaodu.server.returns.ImportBatch;
import org.diaodu.server.returns.ImportReport;
import org.diaodu.server.returns.ReturnImports;
import org.diaodu.standards.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** The whole sample on the whole platform: what its pages compute is what the files say. */
@SpringBootTest(classes = DiaoduServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SampleLoadingTest {
    private static final Period QUARTER = Period.yearToDate(2022, 3);
    private static final Period MARCH = Period.month(2022, 3);

    @TempDir
    static Path files;

    @Autowired
    Cockpits cockpits;

    @Autowired
    Units units;

    @Autowired
    Closings closings;

    @Autowired
    BusinessClock clock;

    @Autowired
    EffectMeasuring effects;

    @Autowired
    SampleLoading loading;

    @Autowired
    Classes classes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReturnImports imports;

    @Autowired
    AuthenticationProvider signIn;

    @Value("${diaodu.data}")
    Path data;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void sample(DynamicPropertyRegistry registry) throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path data = Files.createTempDirectory(Files.createDirectories(target), "platform");
        Files.createSymbolicLink(data.resolve(".cache"), Files.createDirectories(target.resolve("postgres-cache")));
        registry.add("diaodu.data", data::toString);
        registry.add("diaodu.sample", () -> true);
        registry.add("diaodu.sign-in.attempts-per-minute", () -> 100_000);
        registry.add("diaodu.effects.first", () -> "1d"); // the test measures itself
        registry.add("diaodu.matching.first", () -> "1d");
    }

    @BeforeAll
    static void writeFiles() {
        assertThat(new CommandLine(new SampleCommand()).execute("--out", files.toString(), "--months", "13"))
                .isZero();
    }

    @Test
    void theHeadlinesAreThoseOfThe25thOfApril2022() {
        Cockpit cockpit = cockpit(QUARTER);
        assertThat(clock.today()).isEqualTo(LocalDate.of(2022, 4, 25));
        assertThat(growth(cockpit.yearToDate())).isCloseTo(8.1, within(0.02));
        assertThat(growth(cockpit.month())).isCloseTo(10.3, within(0.02));
        assertThat(cockpit.key()).isEqualTo(new Cockpit.Count(131, 600));
        assertThat(cockpit.provisional()).isTrue();
        assertThat(cockpit.comparisons())
                .extracting(c -> c.key() + " " + c.value())
                .contains("target 7.0", "nation 6.5", "gdp 5.4");
    }

    @Test
    void growthOnTheScreenIsGrowthFromTheFiles() throws IOException {
        var written = new WrittenFiles(files);
        Set<String> notFiled = notFiled();
        assertThat(notFiled).hasSize(3);
        assertSame(cockpit(QUARTER).yearToDate(), written.account(QUARTER.iso(), notFiled));
        assertSame(cockpit(MARCH).month(), written.account(MARCH.iso(), notFiled));
        for (String closed : List.of("2021-06", "2021-12", "2021-01..2021-12", "2022-01..2022-02")) {
            assertSame(cockpit(Period.parse(closed)).main(), written.account(closed, Set.of()));
        }
    }

    @Test
    void oneCountyIsOpenAndSoAreItsCityAndTheProvince() {
        assertThat(isClosed(MARCH, "232701")).isFalse();
        assertThat(isClosed(MARCH, "232700")).isFalse();
        assertThat(isClosed(MARCH, "230000")).isFalse();
        assertThat(isClosed(MARCH, "232721")).isTrue();
        assertThat(isClosed(MARCH, "230100")).isTrue();
        assertThat(isClosed(Period.janFeb(2022), "230000")).isTrue();
        assertThat(count("select count(*) from closing where level = 'PROVINCE'"))
                .isEqualTo(34);
        assertThat(count("select count(*) from query where state = 'OPEN'")).isEqualTo(2);
        assertThat(count("select count(*) from filing where state = 'FILED' and unexplained > 0"))
                .isEqualTo(1);
        assertThat(count("select count(*) from filing where version = 2")).isGreaterThan(100);
    }

    @Test
    void everyEnterpriseOfAClosedYearIsClassedAtOnceAsItWouldBeAlone() {
        List<ClassedRow> rows = inside(() -> jdbc.sql("select year, staff, revenue, size, tier from enterprise_class")
                .query((row, number) -> new ClassedRow(
                        row.getInt(1), row.getBigDecimal(2), row.getBigDecimal(3), row.getString(4), row.getString(5)))
                .list());
        assertThat(rows).hasSizeGreaterThan(3 * 3500);
        for (ClassedRow row : rows) {
            Classification alone = classes.of(row.staff(), row.revenue(), LocalDate.of(row.year(), 12, 31));
            assertThat(String.valueOf(alone.size())).isEqualTo(row.size());
            assertThat(alone.tier()).isEqualTo(row.tier());
        }
    }

    private record ClassedRow(int year, BigDecimal staff, BigDecimal revenue, String size, String tier) {}

    @Test
    void eachFallingKeyEnterpriseHasACaseAndThereIsOneInEveryState() {
        assertThat(count("select count(*) from member_unit")).isEqualTo(24);
        assertThat(count("select count(distinct length(trim(trailing '0' from region))) from member_unit"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from dispatch_case where period >= '2022'"))
                .isEqualTo(131);
        assertThat(count("select count(distinct enterprise_id) from dispatch_case where state <> 'SIGNED_OFF'"))
                .isEqualTo(count("select count(*) from dispatch_case where state <> 'SIGNED_OFF'"));
        assertThat(count("select count(distinct state) from dispatch_case")).isEqualTo(10);
        assertThat(count("select count(distinct lead_unit) from dispatch_case")).isGreaterThan(8);
        assertThat(count("select count(*) from dispatch_measure where owner_unit = 'SJT' or 'SJT' = any(helpers)"))
                .as("measures the officer of the sign-ins takes part in")
                .isPositive();
        assertThat(count("select count(*) from dispatch_event where at > timestamptz '2022-04-25 00:00+08'"))
                .isZero();
        assertThat(count("select count(*) from dispatch_event"))
                .isEqualTo(count("select count(*) from audit_entry where subject_type = 'case'"));
    }

    @Test
    void thereAreAppealsInEveryStateWithWhatWasDoneAboutThem() {
        assertThat(count("select count(*) from appeal")).isEqualTo(285);
        assertThat(count("select count(distinct state) from appeal")).isEqualTo(7);
        assertThat(count("select count(distinct subject) from appeal")).isEqualTo(16);
        assertThat(count("select count(distinct unit) from appeal")).isGreaterThan(15);
        assertThat(count("select count(*) from appeal where round = 2")).isEqualTo(14);
        assertThat(count("select count(*) from appeal where passed_on_by <> ''"))
                .as("passed on by leaders who sign in")
                .isBetween(3L, 60L);
        assertThat(count("""
                select count(*) from appeal a where a.passed_on_by <> '' and not exists (
                    select from pairing p join leader l on l.id = p.leader join account u on u.id = l.account
                    where p.enterprise_id = a.enterprise_id and u.name = a.raised_by)
                """))
                .as("by somebody who does not look after the enterprise")
                .isZero();
        assertThat(count("select count(distinct type) from attachment where kind = 'appeal'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from attachment where kind = 'appeal'"))
                .isBetween(40L, 200L);
        assertThat(count("select count(*) from appeal where due < timestamptz '2022-04-25 08:00+08'"))
                .as("overdue")
                .isBetween(5L, 40L);
        assertThat(count("select count(distinct measure) from appeal_escalation"))
                .isEqualTo(3);
        assertThat(
                        count(
                                "select count(*) from appeal where 'SJT' = any(units) and state not in ('closed', 'withdrawn')"))
                .as("appeals the officer of the sign-ins has to do with")
                .isGreaterThan(5);
        assertThat(count("select count(*) from appeal_event where at > timestamptz '2022-04-25 00:00+08'"))
                .isZero();
        assertThat(count("select count(*) from appeal_event") + count("select count(*) from appeal_escalation"))
                .isEqualTo(count("select count(*) from audit_entry where subject_type = 'appeal'"));
    }

    @Test
    void theAutumnCampaignIsSignedOffAndItsEffectCanBeTold() {
        assertThat(count("select count(*) from dispatch_case where period = '2021-09'"))
                .isBetween(20L, 120L);
        assertThat(count("select count(*) from dispatch_case where period = '2021-09' and state <> 'SIGNED_OFF'"))
                .isZero();
        effects.measureWhatChanged();
        assertThat(count("select count(*) from effect where kind = 'CASE' and reason = ''"))
                .as("cases measured")
                .isGreaterThan(15);
        assertThat(count("select count(*) from effect where kind = 'CASE'"))
                .isEqualTo(count("select count(*) from dispatch_case"));
        assertThat(
                        count(
                                "select count(*) from effect where kind = 'ALL' and scope = '230000' and effect_lower < effect_upper"))
                .isOne();
        assertThat(count("select count(*) from effect where kind = 'MEASURE' and scope = '230000'"))
                .isGreaterThan(3);
    }

    @Test
    void aMeetingWasClosedWithItsDecisionsAndTheNextIsBeingPrepared() {
        assertThat(count("select count(*) from meeting where state = 'CLOSED'")).isOne();
        assertThat(count("select count(*) from meeting where state = 'PREPARING'"))
                .isOne();
        assertThat(count("select count(*) from meeting_decision where measure_id is not null"))
                .isBetween(2L, 4L);
        assertThat(count("select count(*) from dispatch_event where kind = 'MEETING_DECISION'"))
                .isEqualTo(count("select count(*) from meeting_decision"));
    }

    @Test
    void theKeyEnterprisesHaveLeadersAndSomeWaitForAVisitForLong() {
        assertThat(count("select count(*) from pairing where until is null")).isGreaterThanOrEqualTo(600);
        assertThat(count("select count(*) from leader where account is not null"))
                .isEqualTo(3);
        assertThat(count("""
                select count(*) from (select leader from pairing where until is null group by leader
                                      having count(*) > 1) as busy
                """)).isGreaterThan(40);
        assertThat(count("select max(n) from (select count(*) as n from pairing group by leader) as loads"))
                .as("the most one leader looks after")
                .isLessThan(60);
        assertThat(count("select count(*) from pairing_visit")).isGreaterThan(900);
        assertThat(count("select count(*) from pairing_follow_up where done_on is null"))
                .isPositive();
        assertThat(count("""
                select count(*) from pairing p where p.until is null
                and not exists (select from pairing_visit v where v.enterprise_id = p.enterprise_id)
                """)).as("never visited").isBetween(10L, 80L);
        assertThat(count("select count(*) from pairing_event where at > timestamptz '2022-04-25 00:00+08'"))
                .isZero();
    }

    @Test
    void theFilesToTryTheImportWithAreSoundAndFaulty() throws IOException, InterruptedException {
        assertThat(tried(SampleImports.SOUND).canBeWritten()).isTrue();
        ImportReport faulty = tried(SampleImports.FAULTY);
        assertThat(faulty.canBeWritten()).isFalse();
        assertThat(faulty.errors()).isGreaterThanOrEqualTo(4);
    }

    private ImportReport tried(String file) throws IOException, InterruptedException {
        byte[] content = Files.readAllBytes(data.resolve("import-examples").resolve(file));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("mohe", SampleUser.PASSWORD)));
        SecurityContextHolder.setContext(context);
        try {
            UUID id = imports.upload(MARCH, file, content);
            ImportBatch batch = imports.find(id).orElseThrow();
            while (batch.isRunning()) {
                TimeUnit.MILLISECONDS.sleep(20);
                batch = imports.find(id).orElseThrow();
            }
            assertThat(batch.failure()).isNull();
            return Objects.requireNonNull(batch.report());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void loadingAgainChangesNothing() {
        long before = count("select max(id) from filing");
        loading.run();
        assertThat(count("select max(id) from filing")).isEqualTo(before);
    }

    @Test
    void theSignInsAreAlignedThoughChineseIsWide() {
        String text = SignInTable.text("http://localhost:" + port);
        assertThat(text)
                .contains(
                        "http://localhost:" + port,
                        "governor",
                        "dispatcher",
                        "officer",
                        "clerk-mohe",
                        "audit-admin",
                        "2022-04-25");
    }

    private static void assertSame(GrowthAccount screen, GrowthAccount file) {
        assertThat(growth(screen)).isCloseTo(growth(file), within(1e-9));
        assertThat(screen.enterprises()).isEqualTo(file.enterprises());
        assertThat(screen.base()).isCloseTo(file.base(), within(1e-3));
        assertThat(screen.value()).isCloseTo(file.value(), within(1e-3));
        assertThat(screen.scope().exits()).isEqualTo(file.scope().exits());
        assertThat(screen.scope().publishedRatioPct()).isCloseTo(file.scope().publishedRatioPct(), within(1e-9));
    }

    private static double growth(GrowthAccount account) {
        return Objects.requireNonNull(account.growthPct());
    }

    private Cockpit cockpit(Period period) {
        return inside(() -> cockpits.of(units.find("230000").orElseThrow(), period));
    }

    private boolean isClosed(Period period, String region) {
        return inside(() -> closings.standing(period, region).isPresent());
    }

    private Set<String> notFiled() {
        return inside(() -> new HashSet<>(jdbc.sql("""
                select e.credit_code from enterprise e join enterprise_attributes a on a.enterprise_id = e.id
                where a.valid_to is null
                  and not exists (select 1 from filing f where f.enterprise_id = e.id and f.period = '2022-03')
                """).query(String.class).list()));
    }

    private long count(String sql) {
        return inside(() -> jdbc.sql(sql).query(Long.class).single());
    }

    private <T> T inside(Supplier<T> work) {
        return AsSystem.call(
                "test", () -> Objects.requireNonNull(new TransactionTemplate(transactions).execute(t -> work.get())));
    }
}
