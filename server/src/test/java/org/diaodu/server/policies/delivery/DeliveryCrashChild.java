package org.diaodu.server.policies.delivery;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.diaodu.server.DiaoduServer;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.steps.Signature;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform without pages in a process of its own, which {@link DeliveryKilledTest} kills. */
final class DeliveryCrashChild {

    private DeliveryCrashChild() {}

    /** Arguments: approve or answer, the batch or the file of the answer, then the platform's own. */
    public static void main(String[] arguments) {
        String[] settings = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(DiaoduServer.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings);
        Batches batches = context.getBean(Batches.class);
        AnswerFiles answers = context.getBean(AnswerFiles.class);
        var by = new Signature("policy-230000", "killed", "", Instant.now());
        System.out.println("BEGIN");
        AsSystem.run("killed in the middle", () -> {
            if (arguments[0].equals("approve")) {
                batches.approve(arguments[1], 0, "", by);
            } else {
                answers.take("answer.csv", read(Path.of(arguments[1])), by);
            }
        });
        System.out.println("END");
        Runtime.getRuntime().halt(0);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
