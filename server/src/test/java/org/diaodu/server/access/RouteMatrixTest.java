package org.diaodu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diaodu.server.testing.PlatformTest;
import org.diaodu.server.testing.RouteTargets;
import org.diaodu.server.testing.Visit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route × every role × own, child, sibling and parent unit, as matrix.csv says, through the running server. */
class RouteMatrixTest extends PlatformTest {

    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    @Autowired
    private RouteTargets targets;

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();

    @Test
    void everyRouteHasARow() {
        Set<String> rows = rows().map(RouteMatrix.Row::key).collect(Collectors.toSet());
        assertThat(routes()).as("routes without a row in matrix.csv").isSubsetOf(rows);
    }

    @Test
    void everyRowHasARoute() {
        Set<String> routes = routes();
        assertThat(rows().map(RouteMatrix.Row::key).filter(key -> !key.endsWith(" /sign-out")))
                .as("rows of matrix.csv whose route is gone")
                .isSubsetOf(routes);
    }

    @TestFactory
    Stream<DynamicTest> everyCellHolds() {
        targets.prepare();
        return rows().map(row -> DynamicTest.dynamicTest(row.method() + " " + row.request(), () -> {
            var wrong = new ArrayList<String>();
            for (RouteMatrix.Cell cell : row.cells()) check(row, cell, wrong);
            assertThat(wrong).as("%s %s", row.method(), row.request()).isEmpty();
        }));
    }

    private void check(RouteMatrix.Row row, RouteMatrix.Cell cell, List<String> wrong) {
        for (RouteTargets.Target target : targets.of(cell.role(), cell.relation())) {
            String request = row.request();
            for (var value : target.values().entrySet()) {
                request = request.replace("{" + value.getKey() + "}", value.getValue());
            }
            int status = status(row.method(), request, target.user());
            if (!cell.expected().contains(status)) {
                wrong.add("%s asking %s for %s: %d instead of %s"
                        .formatted(target.user(), request, cell.relation(), status, cell.expected()));
            }
        }
    }

    private int status(String method, String request, String user) {
        boolean ends = request.startsWith("/sign-out");
        Visit visit = ends && !user.isEmpty() ? visit(user) : visits.computeIfAbsent(user, this::visitOf);
        int space = request.indexOf(' ');
        String path = space < 0 ? request : request.substring(0, space);
        if (path.endsWith("/stream")) return visit.statusOfStream(path);
        if (method.equals("GET")) return visit.get(path).statusCode();
        String form = space < 0 ? "" : request.substring(space + 1);
        String[] pairs = Stream.of(form.split("&"))
                .filter(pair -> !pair.isEmpty())
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new);
        return visit.post(path, pairs).statusCode();
    }

    private Visit visitOf(String user) {
        if (!user.isEmpty()) return visit(user);
        Visit nobody = Visit.anonymous(url(""));
        nobody.get("/sign-in");
        return nobody;
    }

    private Set<String> routes() {
        var routes = new TreeSet<String>();
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                var methods = info.getMethodsCondition().getMethods();
                for (String pattern : info.getPatternValues()) {
                    if (pattern.equals("/error")) continue;
                    if (methods.isEmpty()) routes.add("GET " + pattern);
                    methods.forEach(method -> routes.add(method + " " + pattern));
                }
            }
        }
        return routes;
    }

    private static Stream<RouteMatrix.Row> rows() {
        try (InputStream file = RouteMatrixTest.class.getResourceAsStream("/matrix.csv")) {
            return RouteMatrix.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
