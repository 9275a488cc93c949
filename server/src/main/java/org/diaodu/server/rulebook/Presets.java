package org.diaodu.server.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.rulebook.Edition.State;
import org.diaodu.server.rulebook.Edition.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the shipped rules in at start: once each, and a newer text of one again. Where the province has published a version
 * of its own, a shipped one comes as a draft to look at, and overwrites nothing.
 */
@Component
class Presets implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Presets.class);
    private static final String PLATFORM = "system";

    private final EditionRows rows;
    private final RuleLife life;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Presets(EditionRows rows, RuleLife life, Audit audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.life = life;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        AsSystem.run("shipped rules", () -> folders().forEach((folder, files) -> transaction.executeWithoutResult(
                status -> take(folder, files))));
    }

    /** The shipped folders, {@code rule/valid-from}, with their files by name. */
    private static Map<String, Map<String, String>> folders() {
        Map<String, Map<String, String>> folders = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:rulebook/*/*/*.*")) {
                String path = file.getURL().getPath();
                String[] parts = path.substring(path.lastIndexOf("/rulebook/") + 10).split("/");
                try (InputStream content = file.getInputStream()) {
                    folders.computeIfAbsent(parts[0] + "/" + parts[1], name -> new TreeMap<>())
                            .put(parts[2], new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    void take(String folder, Map<String, String> files) {
        String digest = digest(files);
        List<String> taken = rows.presetDigests(folder);
        if (taken.contains(digest)) {
            return;
        }
        String rule = folder.substring(0, folder.indexOf('/'));
        Edition shipped = edition(folder, rule, files);
        List<Edition> present = rows.of(rule);
        rows.found(rule, PLATFORM);
        boolean own = present.stream().anyMatch(edition -> edition.preset() == null || edition.isOpen());
        if (!own) {
            publish(shipped, digest, taken.isEmpty());
        } else if (present.stream().noneMatch(Edition::isOpen)) {
            draft(shipped, digest, present);
        } else {
            log.info("the shipped rule {} waits until the draft of {} is done", folder, rule);
        }
    }

    private void publish(Edition shipped, String digest, boolean first) {
        Instant recorded = first && shipped.recordedAt() != null ? shipped.recordedAt() : Instant.now();
        if (shipped.validFrom() == null) {
            return;
        }
        var next = life.makeRoom(shipped.rule(), shipped.validFrom(), PLATFORM, recorded);
        long id = rows.published(shipped, shipped.validTo() == null ? next : shipped.validTo(), digest, recorded);
        audit.record("rule.preset", "rule", shipped.rule() + " " + id, null, Map.of("preset", "" + shipped.preset()), null);
    }

    private void draft(Edition shipped, String digest, List<Edition> present) {
        Long base = present.stream()
                .filter(edition -> edition.state() == State.PUBLISHED)
                .map(Edition::id)
                .findFirst()
                .orElse(null);
        long id = rows.draft(shipped.rule(), shipped.clause(), shipped.model(), shipped.cases(), base, PLATFORM);
        rows.keep(id, 1, shipped.model(), PLATFORM);
        rows.presetDraft(id, String.valueOf(shipped.preset()), digest);
        audit.record("rule.draft", "rule", shipped.rule() + " " + id, null, Map.of("preset", "" + shipped.preset()), null);
    }

    private static Edition edition(String folder, String rule, Map<String, String> files) {
        Clause clause = Clause.parse(folder + "/clause.md", files.getOrDefault("clause.md", ""));
        return new Edition(
                0,
                rule,
                State.PUBLISHED,
                new ClauseText(
                        clause.title(),
                        clause.titleEn(),
                        clause.reference(),
                        orEmpty(clause.url()),
                        clause.decision(),
                        clause.chinese(),
                        clause.english()),
                clause.validFrom(),
                clause.validTo(),
                clause.recordedAt(),
                null,
                null,
                files.getOrDefault("model.dmn", ""),
                files.getOrDefault("cases.csv", ""),
                null,
                folder,
                new Trail(
                        PLATFORM, List.of(), PLATFORM, Instant.now(), null, null, null, null, null, null, null, null, null,
                        null),
                1);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String digest(Map<String, String> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> digest.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
