package org.diaodu.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.diaodu.standards.CreditCode;
import org.diaodu.standards.Ownership;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;

/**
 * Draws the enterprises: named large ones, then others whose output falls with their rank so that the first 15 % (the
 * key enterprises) hold a little over 80 % of output, then those that left the list before 2022.
 */
final class Roster {
    private static final double ORDINARY_MEAN = 142_000;
    private static final double FLOOR = 22_000;
    private static final double RANK_EXPONENT = 0.82;
    private static final double KEY_SHARE = 0.15;
    private static final double FALLING_SHARE = 131.0 / 600;
    private static final double LEFT_SHARE = 0.09;

    private final Draws draws;
    private final PriceIndices prices;
    private final int enterprises;
    private final List<Division> divisions = Division.all();
    private final List<City> cities = City.all();
    private final Map<String, List<Line>> lines = Line.byDivision();
    private final Names names;

    Roster(Draws draws, List<Division> divisions, PriceIndices prices, int enterprises) {
        this.draws = draws;
        this.prices = prices;
        this.enterprises = enterprises;
        this.names = new Names(draws);
    }

    List<Plant> draw() {
        List<Table.Row> anchors = Table.read("anchors.csv").rows();
        int named = Math.min(anchors.size(), enterprises / 10);
        var plants = new ArrayList<Plant>(enterprises + (int) (enterprises * LEFT_SHARE) + 1);
        anchors.subList(0, named).forEach(row -> plants.add(named(plants.size(), row)));
        int total = enterprises + (int) Math.round(enterprises * LEFT_SHARE);
        double[] annual = annualOutputs(named, total);
        Set<Integer> keys = keys(named, annual);
        for (int index = named; index < total; index++) {
            plants.add(ordinary(index, annual[index - named], keys.contains(index)));
        }
        return withFalling(plants);
    }

    private Plant named(int index, Table.Row row) {
        Division division = division(row.text("class"));
        Region county = Regions.bundled().get(row.text("county"));
        City city = cities.stream().filter(c -> c.has(county)).findFirst().orElseThrow();
        double annual = row.number("output_million") * 1000;
        int staff = (int) row.number("staff");
        double aim = row.number("growth");
        return new Plant(
                index,
                CreditCode.made(county.code(), serial(index)).value(),
                row.text("name") + "有限责任公司（示例）",
                county.code(),
                city,
                row.text("class"),
                division,
                Ownership.valueOf(row.text("ownership")),
                Sizes.of(staff, annual),
                city.parks().containsKey(county.code()) ? city.park(county) : "",
                row.text("chain"),
                true,
                annual,
                staff,
                Plant.ALWAYS,
                0,
                Plant.NEVER,
                aim,
                aim < 0);
    }

    private Plant ordinary(int index, double annual, boolean key) {
        Division division = divisionOf(index);
        City city = cities.get(draws.pick(
                Trait.CITY,
                index,
                cities.stream()
                        .mapToDouble(c -> c.weight() * division.weightIn(c))
                        .toArray()));
        Region county = city.counties().get(draws.pick(Trait.COUNTY, index, city.countyWeights()));
        List<Line> choices = lines.getOrDefault(division.code(), List.of());
        Line line = choices.get(draws.pick(
                Trait.LINE, index, choices.stream().mapToDouble(Line::weight).toArray()));
        int staff = Math.max(8, (int) Math.round(annual / 10_000 * division.staff() * spread(index)));
        Life life = index < enterprises ? Life.of(draws, index, key) : Life.left(draws, index);
        boolean inPark = city.parks().containsKey(county.code()) || draws.happens(Trait.PARK, index, 0, 0.45);
        return new Plant(
                index,
                CreditCode.made(county.code(), serial(index)).value(),
                names.next(index, city.place(county), line.word(), annual > 1_500_000),
                county.code(),
                city,
                line.industry(),
                division,
                ownership(index, division),
                Sizes.of(staff, annual),
                inPark ? city.park(county) : "",
                line.chain(),
                key,
                annual,
                staff,
                life.started(),
                life.listed(),
                life.delisted(),
                Double.NaN,
                false);
    }

    /** The first of the ordinary ones go round the divisions, so that none is empty. */
    private Division divisionOf(int index) {
        int turn = index - Math.min(40, enterprises / 10);
        if (turn < divisions.size()) {
            return divisions.get(turn);
        }
        return divisions.get(draws.pick(
                Trait.DIVISION,
                index,
                divisions.stream().mapToDouble(Division::count).toArray()));
    }

    private double[] annualOutputs(int named, int total) {
        int count = total - named;
        Integer[] order = IntStream.range(0, count).boxed().toArray(Integer[]::new);
        double[] score = IntStream.range(0, count)
                .mapToDouble(i ->
                        StrictMath.log(divisionOf(i + named).size()) + 1.7 * draws.normal(Trait.RANK, i + named, 0))
                .toArray();
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -score[i]).thenComparing(i -> i));
        double[] byRank = IntStream.range(0, count)
                .mapToDouble(rank -> StrictMath.pow(rank * 4000.0 / total + 5, -RANK_EXPONENT))
                .toArray();
        double scale = ORDINARY_MEAN * count / Arrays.stream(byRank).sum();
        var annual = new double[count];
        for (int rank = 0; rank < count; rank++) {
            annual[order[rank]] = Math.max(FLOOR, byRank[rank] * scale);
        }
        return annual;
    }

    private Set<Integer> keys(int named, double[] annual) {
        int wanted = (int) Math.round(enterprises * KEY_SHARE) - named;
        var keys = new HashSet<Integer>();
        IntStream.range(named, enterprises)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -annual[i - named])
                        .thenComparing(i -> i))
                .limit(wanted)
                .forEach(keys::add);
        return keys;
    }

    /** Exactly the share of key enterprises that fell in the first quarter of 2022; dear divisions last. */
    private List<Plant> withFalling(List<Plant> plants) {
        long keys = plants.stream().filter(Plant::key).count();
        long already = plants.stream().filter(Plant::falling).count();
        var falling = new HashSet<Integer>();
        plants.stream()
                .filter(p -> p.key() && !p.isNamed() && p.started() == Plant.ALWAYS)
                .sorted(Comparator.comparingDouble(this::reluctance).thenComparing(Plant::index))
                .limit(Math.round(keys * FALLING_SHARE) - already)
                .forEach(p -> falling.add(p.index()));
        return plants.stream()
                .map(p -> falling.contains(p.index()) ? fallen(p) : p)
                .toList();
    }

    private double reluctance(Plant plant) {
        double dearer = prices.index(plant.division(), Slots.JAN_FEB_2022) / 100 - 1;
        double growing = (plant.division().growthPct() + plant.city().growthPct()) / 100;
        return draws.uniform(Trait.FALLING, plant.index(), 0) + 1.5 * Math.max(0, dearer) + 0.25 * growing;
    }

    private static Plant fallen(Plant p) {
        return new Plant(
                p.index(),
                p.creditCode(),
                p.name(),
                p.county(),
                p.city(),
                p.industry(),
                p.division(),
                p.ownership(),
                p.size(),
                p.park(),
                p.chain(),
                p.key(),
                p.annual(),
                p.staff(),
                p.started(),
                p.listed(),
                p.delisted(),
                p.aimPct(),
                true);
    }

    private Ownership ownership(int index, Division division) {
        double draw = draws.uniform(Trait.OWNERSHIP, index, 0);
        if (draw < 0.55) {
            return division.ownership();
        }
        return draw < 0.80
                ? Ownership.PRIVATE
                : draw < 0.88
                        ? Ownership.STATE
                        : draw < 0.94 ? Ownership.FOREIGN : draw < 0.97 ? Ownership.COLLECTIVE : Ownership.OTHER;
    }

    private double spread(int index) {
        return 0.6 + 0.8 * draws.uniform(Trait.STAFF, index, 0);
    }

    private long serial(int index) {
        return Math.floorMod(draws.seed() * 1_000_003L, 300_000_000L) + index;
    }

    private Division division(String industry) {
        return divisions.stream()
                .filter(d -> d.code().equals(industry.substring(0, 2)))
                .findFirst()
                .orElseThrow();
    }
}
