package org.diaodu.server.pages;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers a choice of theme, density or language in a cookie and goes back to the page it was made on. */
@Controller
class LookController {
    @PostMapping("/look")
    ResponseEntity<Void> choose(@RequestParam Map<String, String> form) {
        String back = form.getOrDefault("back", "/");
        boolean local = back.startsWith("/") && !back.startsWith("//") && !back.contains("\\");
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, local ? back : "/");
        Look.CHOICES.forEach((name, choices) -> {
            String chosen = form.get(name);
            if (chosen != null && choices.contains(chosen)) {
                answer.header(HttpHeaders.SET_COOKIE, cookie(name, chosen));
            }
        });
        return answer.build();
    }

    private static String cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }
}
