package org.diaodu.sample.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.sample.Books;
import org.diaodu.sample.Plant;
import org.diaodu.sample.Province;
import org.diaodu.sample.Slots;
import org.diaodu.server.policies.FactLoading;
import org.diaodu.server.policies.FactLoading.Given;
import org.springframework.stereotype.Component;

/**
 * What offices hold of enterprises beside the register and the returns: lists of recognised enterprises, credit, energy, and
 * projects with their investment. Some are left unknown, as they are. The same seed gives the same facts.
 */
@Component
class SamplePolicyFacts {

    private static final LocalDate SINCE = LocalDate.of(2022, 1, 1);
    private static final String HARBIN = "2301";
    private static final List<String> WORKS = List.of("生产线智能化改造", "节能降碳技术改造", "产品提质扩能改造", "关键工序数控化改造", "检测与研发平台建设");

    private final FactLoading facts;

    SamplePolicyFacts(FactLoading facts) {
        this.facts = facts;
    }

    /** Loads them and gives how many there are; the enterprises of the clerks have projects for certain. */
    int load(List<Books> books, List<Books> own, Map<String, Long> ids) {
        Set<Plant> ofClerks = own.stream().map(Books::plant).collect(Collectors.toSet());
        List<Given> given = new ArrayList<>();
        for (Books one : books) {
            if (one.plant().isListed(Slots.MARCH_2022)) {
                new OfPlant(one.plant(), ids.getOrDefault(one.plant().creditCode(), 0L), given)
                        .add(ofClerks.contains(one.plant()));
            }
        }
        return facts.load(given, SampleLoading.BUSINESS_DATE, "sample");
    }

    /** The facts of one enterprise. */
    private static final class OfPlant {
        private final Plant plant;
        private final long enterprise;
        private final List<Given> into;
        private final SplittableRandom random;

        OfPlant(Plant plant, long enterprise, List<Given> into) {
            this.plant = plant;
            this.enterprise = enterprise;
            this.into = into;
            this.random = new SplittableRandom(Province.DEFAULT_SEED * 41 + plant.index());
        }

        void add(boolean ofClerk) {
            recognised(ofClerk);
            green();
            credit();
            if (plant.county().startsWith(HARBIN)) harbin();
            if (ofClerk || random.nextDouble() < 0.05) project("P1", ofClerk);
            if (random.nextDouble() < 0.006) project("P2", false);
        }

        /** High-tech enterprises: of a tenth, and of some of these the income is not known. */
        private void recognised(boolean ofClerk) {
            double draw = random.nextDouble();
            if (!ofClerk && draw > 0.10) return;
            fact("高新技术企业", "true");
            fact("高企认定情形", ofClerk || draw < 0.03 ? "首次认定" : draw < 0.05 ? "复审通过" : "未通过");
            if (random.nextDouble() < 0.8) fact("年应纳税所得额", "" + (50 + random.nextInt(4_000)));
            boolean entered = plant.listed() >= Slots.FIRST_FILED;
            if (entered) {
                fact("首次认定时规上", "false");
                fact("首次认定日期", "2020-" + (random.nextBoolean() ? "09" : "11") + "-15");
            }
        }

        private void green() {
            if (plant.staff() < 100 || random.nextDouble() > 0.04) return;
            fact("绿色制造认定", random.nextDouble() < 0.8 ? "国家级绿色工厂" : "绿色供应链管理企业");
            if (random.nextDouble() < 0.85) fact("认定年度", random.nextDouble() < 0.7 ? "2021" : "2020");
            fact("奖励年度", "2022");
            fact("上年综合能源消费量", "" + (3_000 + random.nextInt(60_000)));
            fact("年节能量", "" + random.nextInt(2_500));
            if (random.nextDouble() < 0.7) fact("年减碳量", "" + random.nextInt(6_000));
            fact("单位产品能耗达国家标杆", "" + (random.nextDouble() < 0.2));
        }

        /** Asked of those that came onto the list. */
        private void credit() {
            if (plant.listed() < Slots.FIRST_FILED) return;
            fact("省内注册独立法人", "true");
            fact("失信被执行人", "" + (random.nextDouble() < 0.03));
            if (random.nextDouble() < 0.8) fact("在经营异常名录", "" + (random.nextDouble() < 0.04));
        }

        private void harbin() {
            if (random.nextDouble() < 0.012) {
                fact("单项冠军类别", random.nextBoolean() ? "企业" : "产品");
                fact("本年新获评", "" + (random.nextDouble() < 0.7));
            }
            if (random.nextDouble() < 0.03) {
                fact("字号类别", random.nextBoolean() ? "老字号" : "原字号");
                fact("自有资金技改", "" + (random.nextDouble() < 0.7));
                fact("年度设备仪器投资", "" + (1_500 + random.nextInt(9_000)));
                if (random.nextDouble() < 0.8) fact("核定补助比例", "0.02");
            }
        }

        private void project(String number, boolean ofClerk) {
            String code = "JG2022-" + plant.index() + "-" + number;
            String name = plant.name() + WORKS.get(random.nextInt(WORKS.size())) + "项目";
            int invested = ofClerk ? 12_000 : 800 + random.nextInt(random.nextDouble() < 0.2 ? 50_000 : 15_000);
            LocalDate entered = LocalDate.of(2021, 6, 1).plusDays(random.nextInt(300));
            part(code, name, "项目类型", random.nextDouble() < 0.85 || ofClerk ? "技术改造" : "新建");
            part(code, name, "已入统", "" + (ofClerk || random.nextDouble() < 0.92));
            if (ofClerk || random.nextDouble() < 0.92) part(code, name, "入统日期", entered.toString());
            part(code, name, "入统投资额", "" + invested);
            workshop(code, name, invested);
            if (plant.county().startsWith(HARBIN)) {
                part(code, name, "年度固定资产投资", "" + invested / 2);
                part(code, name, "字号类别", random.nextDouble() < 0.2 ? "原字号" : "无");
                part(code, name, "同意降低起点", "" + (random.nextDouble() < 0.3));
            }
            if (random.nextDouble() < 0.06) {
                part(code, name, "承担国家重大专项", "true");
                part(code, name, "国家拨付资金", "" + (500 + random.nextInt(6_000)));
            }
            if (random.nextDouble() < 0.15) finished(code, name, invested);
        }

        private void workshop(String code, String name, int invested) {
            double draw = random.nextDouble();
            if (draw > 0.25) return;
            part(code, name, draw < 0.18 ? "省级认定数字化车间" : "省级认定智能工厂", "true");
            if (random.nextDouble() < 0.85) part(code, name, "设备和工业软件合同额", "" + (int) (invested * 0.7));
        }

        /** Accepted, and settled on what was really invested. */
        private void finished(String code, String name, int invested) {
            part(code, name, "投产验收", "true");
            part(code, name, "设备和软件实际投资额", "" + (int) (invested * (0.5 + 0.6 * random.nextDouble())));
            part(code, name, "建设期", "" + (6 + random.nextInt(20)));
            part(code, name, "省级已预拨", "" + invested / 50);
        }

        private void fact(String name, String value) {
            into.add(new Given(
                    enterprise, plant.county(), SubjectKind.ENTERPRISE, "", plant.name(), name, value, SINCE));
        }

        private void part(String code, String name, String fact, String value) {
            into.add(new Given(enterprise, plant.county(), SubjectKind.PROJECT, code, name, fact, value, SINCE));
        }
    }
}
