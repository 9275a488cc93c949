package org.diaodu.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With {@code diaodu.rehearsal=true} the platform starts, shows its first page to itself and ends: the launcher trains
 * the JDK's AOT cache with it, so that later starts find the classes of a start and of a first page ready.
 */
@Component
@ConditionalOnProperty("diaodu.rehearsal")
class Rehearsal {
    private static final int VISITS = 20;

    @EventListener
    void rehearse(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web)) return;
        WebServer server = web.getWebServer();
        if (server == null) return;
        URI firstPage = URI.create("http://localhost:" + server.getPort() + "/sign-in");
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < VISITS; i++) {
                client.send(HttpRequest.newBuilder(firstPage).build(), BodyHandlers.discarding());
            }
        }
        System.exit(SpringApplication.exit(web));
    }
}
