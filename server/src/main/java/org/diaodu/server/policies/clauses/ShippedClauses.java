package org.diaodu.server.policies.clauses;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.diaodu.policy.book.ShippedBook;
import org.diaodu.rules.book.Clause;
import org.diaodu.server.access.AsSystem;
import org.diaodu.server.policies.clauses.ClauseVersion.Hands;
import org.diaodu.server.policies.clauses.ClauseVersion.State;
import org.diaodu.server.policies.clauses.VersionRows.Saving;
import org.diaodu.server.rulebook.ClauseText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the shipped clauses in at start: once each, and a newer text of one again. Where officers have published a version of
 * their own, a shipped one comes as a draft to look at, and overwrites nothing.
 */
@Component
class ShippedClauses implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ShippedClauses.class);
    private static final String PLATFORM = "system";

    private final VersionRows rows;
    private final ClauseLife life;
    private final ClauseTimeline timeline;
    private final TransactionTemplate transaction;
    private final String province;

    ShippedClauses(
            VersionRows rows,
            ClauseLife life,
            ClauseTimeline timeline,
            PlatformTransactionManager transactions,
            @Value("${diaodu.province:230000}") String province) {
        this.rows = rows;
        this.life = life;
        this.timeline = timeline;
        this.transaction = new TransactionTemplate(transactions);
        this.province = province;
    }

    /** The texts of a shipped folder, {@code clause/valid-from}. */
    private record Folder(String name, String clause, String model, String cases, String terms) {

        static Folder read(Path folder) {
            Path parent = Objects.requireNonNull(folder.getParent());
            return new Folder(
                    bare(parent) + "/" + bare(folder),
                    text(folder, "clause.md"),
                    text(folder, "model.dmn"),
                    text(folder, "cases.csv"),
                    text(folder, "terms.yaml"));
        }

        private static String bare(Path path) {
            return String.valueOf(path.getFileName()).replace("/", "");
        }

        private static String text(Path folder, String name) {
            try {
                Path file = folder.resolve(name);
                return Files.exists(file) ? Files.readString(file) : "";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String id() {
            return name.substring(0, name.indexOf('/'));
        }

        String digest() {
            try {
                byte[] all = String.join("\0", clause, model, cases, terms).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        AsSystem.run("shipped clauses", () -> transaction.executeWithoutResult(status -> takeAll()));
    }

    private void takeAll() {
        Set<String> taken = new HashSet<>(rows.presets());
        for (Path clause : folders(ShippedBook.folder())) {
            for (Path version : folders(clause)) {
                if (Files.exists(version.resolve("terms.yaml"))) {
                    Folder folder = Folder.read(version);
                    if (!taken.contains(folder.name() + " " + folder.digest())) {
                        take(folder, taken.stream().noneMatch(one -> one.startsWith(folder.name() + " ")));
                    }
                }
            }
        }
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param first whether no text of this folder was taken in before */
    private void take(Folder folder, boolean first) {
        ClauseVersion shipped = version(folder);
        List<ClauseVersion> present = rows.of(shipped.clause());
        rows.found(shipped.clause(), shipped.home(), PLATFORM);
        boolean own = present.stream().anyMatch(version -> version.preset() == null || version.isOpen());
        if (!own) {
            publish(shipped, folder.digest(), first);
        } else if (present.stream().noneMatch(ClauseVersion::isOpen)) {
            var saving = new Saving(
                    shipped.text(), shipped.model(), shipped.cases(), shipped.terms(), shipped.validFrom(), null);
            long id = rows.draft(shipped.clause(), shipped.home(), saving, null, PLATFORM);
            rows.keep(id, shipped.home(), 1, shipped.model(), PLATFORM);
            timeline.add(shipped.clause(), shipped.home(), id, "DRAFT", Map.of("preset", folder.name()), folder.name());
        } else {
            log.info("the shipped clause {} waits until the draft of {} is done", folder.name(), shipped.clause());
        }
    }

    private void publish(ClauseVersion shipped, String digest, boolean first) {
        LocalDate from = shipped.validFrom();
        if (from == null) {
            return;
        }
        Instant recorded = first && shipped.recordedAt() != null ? shipped.recordedAt() : Instant.now();
        LocalDate next = life.makeRoom(shipped.clause(), from, recorded);
        long id = rows.published(shipped, shipped.validTo() == null ? next : shipped.validTo(), digest, recorded);
        timeline.add(
                shipped.clause(),
                shipped.home(),
                id,
                "SHIPPED",
                Map.of("preset", "" + shipped.preset()),
                from.toString());
    }

    private ClauseVersion version(Folder folder) {
        Clause clause = Clause.parse(folder.name() + "/clause.md", folder.clause());
        Facets facets = Facets.of(folder.terms());
        String url = clause.url();
        return new ClauseVersion(
                0,
                folder.id(),
                home(facets),
                State.PUBLISHED,
                new ClauseText(
                        clause.title(),
                        clause.titleEn(),
                        clause.reference(),
                        url == null ? "" : url,
                        clause.decision(),
                        clause.chinese(),
                        clause.english()),
                folder.model(),
                folder.cases(),
                folder.terms(),
                facets,
                clause.validFrom(),
                clause.validTo(),
                clause.recordedAt(),
                null,
                null,
                null,
                null,
                null,
                folder.name(),
                new Hands(PLATFORM, List.of(), PLATFORM, Instant.now(), null, null, null, null, "", null),
                1);
    }

    /** The unit of its level whose region it is for; a national one is kept by the province. */
    private String home(Facets facets) {
        if (facets.regions().isEmpty()) {
            return province;
        }
        String region = facets.regions().getFirst();
        return switch (facets.level()) {
            case "NATION" -> province;
            case "PROVINCE" -> region.substring(0, 2) + "0000";
            case "CITY" -> region.substring(0, 4) + "00";
            default -> region;
        };
    }
}
