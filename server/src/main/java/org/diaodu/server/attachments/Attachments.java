package org.diaodu.server.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.diaodu.server.access.Caller;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.Denied;
import org.diaodu.server.audit.Audit;
import org.diaodu.server.pages.Explanation;
import org.diaodu.server.pages.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Hangs files on things, shows them to whoever sees the thing, and takes them down. A file is on the disk before its row is
 * written; a row whose transaction fails leaves a file that {@link FileSweep} takes away.
 */
@Component
@Transactional
public class Attachments {

    private final AttachmentRows rows;
    private final FileStore store;
    private final Intake intake;
    private final AttachmentProperties properties;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final DataSize together;
    private final Map<String, AttachmentHost> hosts = new HashMap<>();

    Attachments(
            AttachmentRows rows,
            FileStore store,
            Intake intake,
            AttachmentProperties properties,
            Audit audit,
            PlatformTransactionManager transactions,
            List<AttachmentHost> hosts,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize together) {
        this.rows = rows;
        this.store = store;
        this.intake = intake;
        this.properties = properties;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.together = together;
        hosts.forEach(host -> this.hosts.put(host.kind(), host));
    }

    /** Where bytes come from, to be read once. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /** What hangs on a thing, and what the caller may do there. */
    @Transactional(readOnly = true)
    public Hanging on(String kind, long host) {
        AttachmentHost.Thing thing = thing(kind, host);
        return hanging(thing, kind, host, rows.of(kind, List.of(host)));
    }

    /** A file as the caller sees it. */
    @Transactional(readOnly = true)
    public Attachment of(long id) {
        return get(id);
    }

    /** The address of the page that shows a thing. */
    @Transactional(readOnly = true)
    public String pageOf(String kind, long host) {
        return thing(kind, host).page();
    }

    /** What hangs on many things of one kind that the caller sees, asked for at once. */
    @Transactional(readOnly = true)
    public Map<Long, Hanging> on(String kind, Map<Long, AttachmentHost.Thing> things) {
        Map<Long, List<Attachment>> files =
                rows.of(kind, things.keySet()).stream().collect(Collectors.groupingBy(Attachment::host));
        Map<Long, Hanging> hanging = new LinkedHashMap<>();
        things.forEach((id, thing) -> hanging.put(id, hanging(thing, kind, id, files.getOrDefault(id, List.of()))));
        return hanging;
    }

    /**
     * Hangs a file on a thing; the same content twice on one thing hangs there once.
     *
     * @param name as the browser gave it
     * @throws FileRefused when it is empty, too large, too many, of a kind not taken, or not what its name says
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Attachment add(String kind, long host, String name, Source source) {
        transaction.executeWithoutResult(status -> requireAdding(kind, host));
        try (Intake.Prepared prepared = intake.prepare(name, source)) {
            return Objects.requireNonNull(transaction.execute(status -> hang(kind, host, prepared)));
        }
    }

    /** The field for files of a form; {@code brought} came with one that was not taken. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FileField field(Brought brought) {
        return new FileField(
                properties.most(),
                properties.largest().toMegabytes(),
                together.toMegabytes(),
                brought.refused(),
                brought.names());
    }

    /** Looks at files that came with a form, outside of any transaction; those that are refused are told, none is kept yet. */
    @Transactional(propagation = Propagation.NEVER)
    public Brought bring(List<Sent> sent) {
        List<String> names = sent.stream().map(Sent::name).toList();
        if (sent.size() > properties.most()) {
            return new Brought(
                    names, List.of(), List.of(tooManyAtOnce(sent.size()).explanation()));
        }
        List<Intake.Prepared> prepared = new ArrayList<>();
        List<Explanation> refused = new ArrayList<>();
        for (Sent file : sent) {
            try {
                prepared.add(intake.prepare(file.name(), file.source()));
            } catch (FileRefused why) {
                refused.add(why.explanation());
            } catch (RuntimeException e) {
                prepared.forEach(Intake.Prepared::close);
                throw e;
            }
        }
        return new Brought(names, prepared, refused);
    }

    /** Hangs what came with a form, in the transaction that takes the form; that the caller may is for the room to say. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hang(String kind, long host, Brought files) {
        if (!files.isSound()) throw new IllegalArgumentException("refused files do not hang: " + files.names());
        if (!files.isEmpty()) rows.lock(kind, host);
        for (Intake.Prepared prepared : files.prepared()) hangPrepared(kind, host, prepared);
    }

    private void requireAdding(String kind, long host) {
        if (!thing(kind, host).mayAdd()) {
            throw new Denied(
                    "AT01",
                    "您不能在这里添加附件：须由经办此事的人员添加，且事项尚未办结。",
                    "You may not add files here: that is for those who work on it, while it is open.");
        }
    }

    private Attachment hang(String kind, long host, Intake.Prepared prepared) {
        requireAdding(kind, host);
        rows.lock(kind, host);
        return hangPrepared(kind, host, prepared);
    }

    private Attachment hangPrepared(String kind, long host, Intake.Prepared prepared) {
        String digest = prepared.keep();
        List<Attachment> there = rows.of(kind, List.of(host));
        for (Attachment file : there) if (file.digest().equals(digest)) return file;
        if (there.size() >= properties.most()) throw tooMany(prepared.name());
        Caller caller = Callers.current();
        Attachment added = rows.insert(new Attachment(
                0,
                kind,
                host,
                prepared.name(),
                prepared.type(),
                prepared.size(),
                digest,
                prepared.keepThumbnail(),
                properties.stateOfNew(),
                "",
                caller.name(),
                caller.displayName(),
                Instant.now()));
        audit.record("attachment.add", "attachment", "" + added.id(), null, told(added), null);
        host(kind).added(host, added);
        return added;
    }

    /** Takes a file down: the own one, or any where the thing allows it. */
    public void remove(long id) {
        Attachment file = get(id);
        AttachmentHost.Thing thing = thing(file.kind(), file.host());
        boolean own = file.addedBy().equals(Callers.current().name());
        if (!thing.mayRemove() && !(own && thing.mayAdd())) {
            throw new Denied(
                    "AT02",
                    "您不能删除附件“" + file.name() + "”：须由添加者或牵头人员删除，且事项尚未办结。",
                    "You may not remove \"" + file.name()
                            + "\": that is for whoever added it, or who leads, while the matter is open.");
        }
        if (rows.delete(file)) {
            audit.record("attachment.remove", "attachment", "" + id, told(file), null, null);
            host(file.kind()).removed(file.host(), file);
        }
    }

    /** The file to be opened by the caller, whose download is written down; waiting and refused ones are not given out. */
    public Opened open(long id) {
        Attachment file = get(id);
        requireClean(file);
        audit.record("attachment.open", "attachment", "" + id, null, Map.of("name", file.name()), null);
        return new Opened(file, present(file.digest()));
    }

    /** The small picture of a file. */
    @Transactional(readOnly = true)
    public Opened thumbnail(long id) {
        Attachment file = get(id);
        requireClean(file);
        String small = file.thumbnail();
        if (small == null) throw notThere(id);
        return new Opened(file, present(small));
    }

    /** A file and where its bytes are. */
    public record Opened(Attachment file, Path bytes) {}

    private FileRefused tooMany(String name) {
        return new FileRefused(
                "AT08",
                "“" + name + "”没有添加：这里已有 " + properties.most() + " 个附件，最多 " + properties.most() + " 个。请先删除不需要的。",
                "\"" + name + "\" was not added: there are " + properties.most() + " files, the most there may be. "
                        + "Maybe remove some first.");
    }

    private FileRefused tooManyAtOnce(int sent) {
        return new FileRefused(
                "AT16",
                "一次选了 " + sent + " 个附件，最多 " + properties.most() + " 个。请只选需要的。",
                sent + " files were chosen; " + properties.most()
                        + " at most may come at once. Maybe send those needed.");
    }

    private static void requireClean(Attachment file) {
        switch (file.state()) {
            case CLEAN -> {}
            case WAITING ->
                throw Problem.conflict(
                        "AT09",
                        "“" + file.name() + "”正在等待病毒扫描，请稍后再打开。",
                        "\"" + file.name() + "\" waits for the virus scan. Maybe try again in a minute.");
            case REFUSED ->
                throw Problem.conflict(
                        "AT10",
                        "“" + file.name() + "”没有通过病毒扫描，不能打开：" + file.verdict(),
                        "\"" + file.name() + "\" did not pass the virus scan and cannot be opened: " + file.verdict());
        }
    }

    private Path present(String digest) {
        Path bytes = store.place(digest);
        if (!Files.isRegularFile(bytes)) {
            throw new IllegalStateException("AT11 the file " + digest + " is not in " + store.root()
                    + ". Maybe the data folder was restored without its attachments.");
        }
        return bytes;
    }

    private Hanging hanging(AttachmentHost.Thing thing, String kind, long host, List<Attachment> files) {
        return new Hanging(
                kind,
                host,
                files,
                thing.mayAdd(),
                thing.mayRemove(),
                Callers.current().name(),
                properties.most(),
                properties.largest().toMegabytes());
    }

    /** The file as the caller sees it: the row, and the thing it hangs on. */
    private Attachment get(long id) {
        Attachment file = rows.find(id).orElseThrow(() -> notThere(id));
        if (host(file.kind()).find(file.host()).isEmpty()) throw notThere(id);
        return file;
    }

    private AttachmentHost.Thing thing(String kind, long id) {
        return host(kind)
                .find(id)
                .orElseThrow(() -> Problem.notFound(
                        "AT12", "附件所属的事项不存在，或不在您的范围内。", "What the file hangs on is not there, or outside your own."));
    }

    private AttachmentHost host(String kind) {
        AttachmentHost host = hosts.get(kind);
        if (host == null)
            throw Problem.notFound("AT13", "没有这类事项：" + kind, "There is nothing of the kind \"" + kind + "\"");
        return host;
    }

    private static Problem notThere(long id) {
        return Problem.notFound(
                "AT14", "没有附件 " + id + "，或它不在您的范围内。", "There is no file " + id + ", or it is outside your own.");
    }

    static Map<String, Object> told(Attachment file) {
        return Map.of(
                "on", file.kind() + " " + file.host(),
                "name", file.name(),
                "type", file.type().mediaType(),
                "size", file.size(),
                "sha256", file.digest());
    }
}
