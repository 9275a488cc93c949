package org.diaodu.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.rulebook.RuleShelf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With {@code diaodu.rehearsal=true} the platform starts, reads a rule, shows its first page to itself and ends: the
 * launcher trains the JDK's AOT cache with it, so that later starts find the classes of all that ready.
 */
@Component
class Rehearsal {
    private static final int VISITS = 20;

    private final boolean wanted;
    private final RuleShelf rules;

    Rehearsal(@Value("${diaodu.rehearsal:false}") boolean wanted, RuleShelf rules) {
        this.wanted = wanted;
        this.rules = rules;
    }

    @EventListener
    void rehearse(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        if (!wanted || !(ready.getApplicationContext() instanceof WebServerApplicationContext web)) return;
        WebServer server = web.getWebServer();
        if (server == null) return;
        AsSystem.run("rehearsal", () -> rules.rule("return-arithmetic").asOf(LocalDate.now()));
        URI firstPage = URI.create("http://localhost:" + server.getPort() + "/sign-in");
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < VISITS; i++) {
                client.send(HttpRequest.newBuilder(firstPage).build(), BodyHandlers.discarding());
            }
        }
        System.exit(SpringApplication.exit(web));
    }
}
