package org.diaodu.server.cockpit.web;

import java.time.Duration;
import org.diaodu.standards.Outlines;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Outlines of what lies below a region, for maps. Public data; needs no rights beyond being signed in. */
@Controller
class OutlinesController {
    @GetMapping("/outlines/{code}")
    ResponseEntity<String> below(@PathVariable String code) {
        String outlines = Outlines.under(code);
        if (outlines == null) return ResponseEntity.notFound().build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(outlines);
    }
}
