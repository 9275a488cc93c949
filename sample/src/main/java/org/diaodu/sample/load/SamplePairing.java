package org.diaodu.sample.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.diaodu.sample.Books;
import org.diaodu.sample.Province;
import org.diaodu.sample.Table;
import org.diaodu.server.pairing.Pairing;
import org.diaodu.server.pairing.PairingLoading;
import org.diaodu.server.pairing.PairingLoading.NewLeader;
import org.diaodu.server.pairing.PastVisit;
import org.diaodu.standards.Regions;
import org.springframework.stereotype.Component;

/**
 * Leaders of the province, its cities and counties, the key enterprises paired with them by the rule, and their visits since
 * November; some enterprises have not been visited for long, some never. The same seed gives the same.
 */
@Component
class SamplePairing {

    private static final LocalDate SINCE = LocalDate.of(2021, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2022, 4, 22);
    /** Who of the leaders signs in with what. */
    private static final Map<String, String> SIGN_INS =
            Map.of("省领导（示例）", "governor", "省交通厅经办（示例）", "officer", "哈尔滨市领导（示例）", "mayor");

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "建国海峰志强晓东丽华永军春梅立新国栋文博秀英明远玉兰德胜少华宏伟雪松红梅长江庆丰晓岚卫东淑敏振宇慧敏";
    private static final List<String> PROVINCIAL = List.of(
            "副省长",
            "省政府秘书长",
            "省人大常委会副主任",
            "省政协副主席",
            "省工信厅厅长",
            "省发改委主任",
            "省国资委主任",
            "省商务厅厅长",
            "省科技厅厅长",
            "省财政厅厅长",
            "省自然资源厅厅长",
            "省人社厅厅长",
            "省工信厅副厅长",
            "省发改委副主任");
    private static final List<String> OF_A_CITY =
            List.of("市长", "副市长", "市政府秘书长", "市人大副主任", "市政协副主席", "市工信局局长", "市发改委主任", "市商务局局长");
    private static final List<String> OF_A_COUNTY = List.of("县（区）长", "县（区）工信局局长");

    private final PairingLoading pairing;
    private final List<Table.Row> texts = Table.read("pairing.csv").rows();
    private final SplittableRandom names = new SplittableRandom(Province.DEFAULT_SEED + 71);

    SamplePairing(PairingLoading pairing) {
        this.pairing = pairing;
    }

    /** Somebody who looks after an enterprise and signs in: with what, and as others read them. */
    record Leading(String signIn, String name, String unit, String titled) {}

    /** Loads them; {@code paired} says how many enterprises have a leader, {@code leading} who of these leaders signs in, by enterprise. */
    record Loaded(int paired, Map<Long, Leading> leading) {}

    Loaded load(List<Books> books) {
        pairing.leaders(leaders(books));
        List<Pairing> paired = pairing.pair(SINCE, "dispatcher", "省工业专班（示例）", "黑龙江省");
        List<PastVisit> visits = new ArrayList<>();
        for (Pairing one : paired) visits.addAll(visits(one));
        visits.sort(Comparator.comparing(PastVisit::day).thenComparingLong(PastVisit::enterpriseId));
        pairing.visits(visits);
        var leading = new HashMap<Long, Leading>();
        for (Pairing one : paired) {
            String signIn = SIGN_INS.get(one.leader().name());
            String unit = one.leader().unit().name();
            String name = one.leader().name();
            if (signIn != null) {
                leading.put(
                        one.enterpriseId(),
                        new Leading(
                                signIn,
                                name,
                                unit,
                                name + "（" + unit + one.leader().post() + "）"));
            }
        }
        return new Loaded(paired.size(), leading);
    }

    /** A handful may sign in; the others are people the platform knows by name and post. */
    private List<NewLeader> leaders(List<Books> books) {
        var counties = new TreeSet<String>();
        books.stream()
                .filter(own -> own.plant().key())
                .forEach(own -> counties.add(own.plant().county()));
        var cities = new TreeSet<String>();
        counties.forEach(county -> cities.add(county.substring(0, 4) + "00"));
        List<NewLeader> leaders = new ArrayList<>();
        leaders.add(new NewLeader("省领导（示例）", "常务副省长", SampleUser.PROVINCE, "governor"));
        leaders.add(new NewLeader("省交通厅经办（示例）", "省交通厅处长", SampleUser.PROVINCE, "officer"));
        PROVINCIAL.forEach(post -> leaders.add(new NewLeader(name(), post, SampleUser.PROVINCE, null)));
        for (String city : cities) {
            for (String post : OF_A_CITY) {
                boolean mayor = city.equals(SampleUser.HARBIN) && post.equals("副市长");
                leaders.add(new NewLeader(mayor ? "哈尔滨市领导（示例）" : name(), post, city, mayor ? "mayor" : null));
            }
        }
        for (String county : counties) {
            for (String post : OF_A_COUNTY) leaders.add(new NewLeader(name(), titled(post, county), county, null));
        }
        return leaders;
    }

    private static String titled(String post, String county) {
        String name = Regions.bundled().get(county).name();
        String kind = name.endsWith("区") ? "区" : name.endsWith("市") ? "市" : "县";
        return post.replace("县（区）", kind);
    }

    private String name() {
        int given = names.nextInt(GIVEN.length() / 2) * 2;
        return SURNAMES.charAt(names.nextInt(SURNAMES.length())) + GIVEN.substring(given, given + 2) + "（示例）";
    }

    private List<PastVisit> visits(Pairing one) {
        var random = new SplittableRandom(Province.DEFAULT_SEED * 17 + one.enterpriseId());
        int kind = random.nextInt(100);
        if (kind < 6) return List.of();
        LocalDate latest = kind < 18 ? LocalDate.of(2022, 1, 20) : LAST;
        int count = 1 + random.nextInt(3);
        List<PastVisit> visits = new ArrayList<>();
        LocalDate day = latest.minusDays(random.nextInt(kind < 70 ? 30 : 75));
        for (int i = 0; i < count && day.isAfter(SINCE); i++) {
            visits.add(visit(one, working(day), random));
            day = day.minusDays(25 + random.nextInt(40));
        }
        return visits;
    }

    private PastVisit visit(Pairing one, LocalDate day, SplittableRandom random) {
        Table.Row text = texts.get(random.nextInt(texts.size()));
        boolean nothing = text.text("next").isEmpty();
        LocalDate due = working(day.plusDays(14 + random.nextInt(14)));
        boolean done = !nothing && !due.isAfter(LAST) && random.nextInt(8) > 0;
        return new PastVisit(
                one.enterpriseId(),
                day,
                text.text("met"),
                text.text("notes"),
                nothing ? List.of() : List.of(text.text("next")),
                due,
                done ? List.of(text.text("outcome")) : List.of());
    }

    private static LocalDate working(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) return day.minusDays(1);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }
}
