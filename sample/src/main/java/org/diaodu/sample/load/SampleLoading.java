package org.diaodu.sample.load;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.diaodu.sample.Books;
import org.diaodu.sample.Plant;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.calendar.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the province into an empty platform, once, in one transaction: a start that was interrupted has loaded nothing.
 */
@Component
class SampleLoading {
    static final LocalDate BUSINESS_DATE = LocalDate.of(2022, 4, 25);

    private final BusinessClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final UnitsAndUsers people;
    private final SampleRegister register;
    private final SampleGrowth growth;
    private final SampleHistory history;
    private final SampleMonth month;
    private final SampleDispatch dispatch;
    private final SampleAppeals appeals;
    private final SampleMeetings meetings;
    private final SamplePairing pairing;
    private final SampleWhiteList whiteList;
    private final SampleSupply supply;
    private final SamplePolicyFacts policyFacts;
    private final SampleDelivery delivery;
    private final SampleTargets targets;
    private final SampleImports imports;
    private final int enterprises;

    SampleLoading(
            BusinessClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            UnitsAndUsers people,
            SampleRegister register,
            SampleGrowth growth,
            SampleHistory history,
            SampleMonth month,
            SampleDispatch dispatch,
            SampleAppeals appeals,
            SampleMeetings meetings,
            SamplePairing pairing,
            SampleWhiteList whiteList,
            SampleSupply supply,
            SamplePolicyFacts policyFacts,
            SampleDelivery delivery,
            SampleTargets targets,
            SampleImports imports,
            @Value("${diaodu.sample-enterprises:4000}") int enterprises) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.register = register;
        this.growth = growth;
        this.history = history;
        this.month = month;
        this.dispatch = dispatch;
        this.appeals = appeals;
        this.meetings = meetings;
        this.pairing = pairing;
        this.whiteList = whiteList;
        this.supply = supply;
        this.policyFacts = policyFacts;
        this.delivery = delivery;
        this.targets = targets;
        this.imports = imports;
        this.enterprises = enterprises;
    }

    void run() {
        AsSystem.run("样例数据 sample", () -> transaction.executeWithoutResult(status -> loadIfEmpty()));
    }

    private void loadIfEmpty() {
        if (clock.isSample()) {
            return;
        }
        long there =
                jdbc.sql("select count(*) from enterprise").query(Long.class).single();
        if (there > 0) {
            throw new SampleRefused("SAMPLE-NOT-EMPTY 数据库中已有 " + there
                    + " 家企业，不能再装入样例。the database already holds " + there
                    + " enterprises that are no sample. Maybe start with another --data folder.");
        }
        var progress = new Progress();
        progress.say("生成 generating " + enterprises + " enterprises");
        Province province = Province.of(Province.DEFAULT_SEED, enterprises);
        List<Books> books = province.plants().stream().map(province::books).toList();
        people.makeUnits();
        register.load(province);
        growth.load(province);
        progress.say("名录 " + books.size() + " enterprises registered");
        loadPast(province, books, progress);
        Map<String, Long> ids = ids();
        month.load(books, ids);
        progress.say("月报 returns of 2022 filed; March is open in one county");
        people.makeUsers(clerks(books), ids);
        clock.declareSample(BUSINESS_DATE);
        progress.say("调度单 " + dispatch.load(books, ids) + " dispatch cases with their timelines");
        SamplePairing.Loaded paired = pairing.load(books);
        progress.say("包联 " + paired.paired() + " enterprises paired with leaders, and their visits");
        progress.say(
                "诉求 " + appeals.load(books, ownOf(books), ids, paired.leading()) + " appeals with their timelines");
        progress.say("专班会议 two meetings, " + meetings.load() + " decisions");
        progress.say("白名单 " + whiteList.load(books, ids) + " entries of the white list");
        progress.say(
                "缺料和物流受阻 " + supply.load(books, ownOf(books), ids) + " reports of shortages, and letters about them");
        progress.say("惠企政策 " + policyFacts.load(books, ownOf(books), ids) + " facts and projects");
        progress.say("应享 " + delivery.load(ownOf(books), ids) + " entitlements on their way to the money");
        progress.say("目标台账 " + targets.load() + " targets and commitments, parts counted");
        progress.say("样例就绪 sample loaded; files to try the import with: " + examples(books));
    }

    /** While the database takes one period, the next is prepared. */
    private void loadPast(Province province, List<Books> books, Progress progress) {
        try (var ahead = Executors.newSingleThreadExecutor()) {
            CompletableFuture<SampleHistory.Prepared> next = CompletableFuture.supplyAsync(
                    () -> SampleHistory.prepare(province, books, Slots.FIRST_FILED), ahead);
            for (int slot = Slots.FIRST_FILED; slot < Slots.MARCH_2022; slot++) {
                SampleHistory.Prepared now = next.join();
                int following = slot + 1;
                next = CompletableFuture.supplyAsync(() -> SampleHistory.prepare(province, books, following), ahead);
                history.load(now);
                if (Slots.inYear(slot) == Slots.PER_YEAR - 1) {
                    progress.say("月报 returns of " + Slots.year(slot) + " filed and closed");
                }
            }
        }
    }

    private Path examples(List<Books> books) {
        List<Books> open = SampleMonth.inOpenCounty(books);
        int missing = SampleMonth.missing(open);
        return imports.write(open.subList(0, missing), open.subList(missing, open.size()));
    }

    private Map<String, Plant> clerks(List<Books> books) {
        return Map.of(
                SampleUser.OPEN_COUNTY, SampleMonth.ordinary(books, SampleUser.OPEN_COUNTY),
                SampleUser.OTHER_COUNTY, SampleMonth.ordinary(books, SampleUser.OTHER_COUNTY));
    }

    /** The enterprises of the two clerks. */
    private static List<Books> ownOf(List<Books> books) {
        List<Plant> plants = List.of(
                SampleMonth.ordinary(books, SampleUser.OTHER_COUNTY),
                SampleMonth.ordinary(books, SampleUser.OPEN_COUNTY));
        return plants.stream()
                .map(plant -> books.stream()
                        .filter(own -> own.plant().equals(plant))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Map<String, Long> ids() {
        var ids = new HashMap<String, Long>();
        jdbc.sql("select credit_code, id from enterprise").query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }

    /** Progress lines with the seconds passed. */
    private static final class Progress {
        private final long began = System.nanoTime();

        void say(String what) {
            System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
        }
    }
}
