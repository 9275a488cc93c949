package org.diaodu.server.dispatch;

import java.util.Arrays;
import java.util.List;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.standards.Period;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform without pages in a process of its own, which {@link OpeningKilledTest} kills. */
final class OpeningChild {

    private OpeningChild() {}

    /** Arguments: the period, the enterprises separated by commas, then the platform's own. */
    public static void main(String[] arguments) {
        String[] settings = Arrays.copyOfRange(arguments, 2, arguments.length);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DiaoduServer.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings);
        CaseOpening opening = context.getBean(CaseOpening.class);
        FallingEnterprises enterprises = context.getBean(FallingEnterprises.class);
        Period period = Period.parse(arguments[0]);
        List<Long> ids =
                Arrays.stream(arguments[1].split(",")).map(Long::valueOf).toList();
        AsSystem.call("warm", () -> enterprises.of(period));
        System.out.println("BEGIN");
        AsSystem.call("killed in the middle", () -> opening.open(period, ids, "GX-230000"));
        System.out.println("END");
        Runtime.getRuntime().halt(0);
    }
}
