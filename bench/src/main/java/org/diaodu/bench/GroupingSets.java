package org.diaodu.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diaodu.growth.Group;
import org.diaodu.growth.GrowthAccount;
import org.diaodu.growth.Parameters;
import org.diaodu.lake.Batch;
import org.diaodu.lake.DuckDb;
import org.diaodu.server.database.Database;
import org.diaodu.server.database.EmbeddedPostgres;
import org.diaodu.standards.Industries;
import org.diaodu.standards.Industry;
import org.diaodu.standards.Period;
import org.diaodu.standards.Region;
import org.diaodu.standards.Regions;
import org.postgresql.PGConnection;

/**
 * The peer: PostgreSQL in a process of its own, the same rows in a table with every level as a column and real value added
 * and base worked out beforehand, decomposed by one statement with GROUPING SETS. It is given memory and parallel workers.
 */
final class GroupingSets implements AutoCloseable {
    private static final List<String> SETS = List.of(
            "province",
            "prefecture",
            "county",
            "section",
            "division",
            "industry_group",
            "size",
            "ownership",
            "park",
            "chain");
    private static final Map<String, String> LEVELS = Map.of("industry_group", "group");
    private static final String DECOMPOSE = """
            select grouping(%1$s) as which, coalesce(%1$s) as code, sum(v) as v, sum(u) as u, count(*) as enterprises
            from observation where status <> 'exit'
            group by grouping sets ((), %2$s)
            """;

    private final EmbeddedPostgres server;
    private final Connection connection;

    /** How far the peer's contributions are from ours. */
    record Difference(double largestPp, int groups) {}

    GroupingSets(Path folder) throws SQLException {
        server = EmbeddedPostgres.start(folder);
        Database database = server.database();
        connection = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '256MB'");
            statement.execute("set max_parallel_workers_per_gather = 4");
        }
    }

    void load(DuckDb engine, Path file, Period period, Parameters parameters) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create unlogged table observation (province text, prefecture text, county text, section text,
                        division text, industry_group text, size text, ownership text, park text, chain text,
                        status text, v double precision, u double precision)
                    """);
        }
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        engine.batches(
                "select region, industry, size, ownership, coalesce(park, ''), coalesce(chain, ''), status, "
                        + "coalesce(output, 0), coalesce(output_base, 0) from read_parquet(" + DuckDb.literal(file)
                        + ")",
                List.of(),
                batch -> {
                    try {
                        copy.copyIn("copy observation from stdin", new StringReader(lines(batch, period, parameters)));
                    } catch (SQLException | IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) observation");
        }
    }

    private static String lines(Batch batch, Period period, Parameters parameters) {
        var text = new StringBuilder(1 << 18);
        String[][] texts = new String[7][];
        for (int column = 0; column < texts.length; column++) {
            texts[column] = batch.texts(column);
        }
        double[] output = batch.reals(7);
        double[] base = batch.reals(8);
        for (int row = 0; row < batch.rows(); row++) {
            String industry = String.valueOf(texts[1][row]);
            List<Region> regions = Regions.bundled().path(String.valueOf(texts[0][row]));
            List<Industry> industries = Industries.bundled().path(industry);
            for (int level = 0; level < 3; level++) {
                text.append(regions.get(level).code()).append('\t');
            }
            for (int level = 0; level < 3; level++) {
                text.append(industries.get(level).code()).append('\t');
            }
            for (int column = 2; column <= 6; column++) {
                text.append(texts[column][row]).append('\t');
            }
            double rate = parameters.vaRate(industry, period);
            double index = parameters.priceIndex(industry, period);
            text.append(rate * output[row] / (index / 100)).append('\t');
            text.append(rate * base[row]).append('\n');
        }
        return text.toString();
    }

    /** Runs the statement and reads its result, as anybody who shows it would. */
    int decompose() throws SQLException {
        int rows = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql())) {
            while (result.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static String sql() {
        return DECOMPOSE.formatted(String.join(", ", SETS), "(" + String.join("), (", SETS) + ")");
    }

    Difference differenceFrom(GrowthAccount ours) throws SQLException {
        Map<String, Double> contributions = contributions();
        double largest = 0;
        int compared = 0;
        for (Group group : ours.groups()) {
            Double theirs = contributions.get(group.level() + " " + group.code());
            Double own = group.contributionPp();
            if (theirs == null && group.enterprises() == 0) {
                continue;
            }
            if (theirs == null || own == null) {
                throw new IllegalStateException("PostgreSQL has no group " + group.level() + " " + group.code());
            }
            largest = Math.max(largest, Math.abs(own - theirs));
            compared++;
        }
        return new Difference(largest, compared);
    }

    private Map<String, Double> contributions() throws SQLException {
        var value = new HashMap<String, Double>();
        double total = 0;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql())) {
            while (result.next()) {
                double gain = result.getDouble("v") - result.getDouble("u");
                int which = result.getInt("which");
                int all = (1 << SETS.size()) - 1;
                if (which == all) {
                    total = result.getDouble("u");
                    continue;
                }
                String set = SETS.get(SETS.size() - 1 - Integer.numberOfTrailingZeros(all & ~which));
                value.put(LEVELS.getOrDefault(set, set) + " " + result.getString("code"), gain);
            }
        }
        double base = total;
        value.replaceAll((group, gain) -> gain / base * 100);
        return value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        server.close();
    }
}
