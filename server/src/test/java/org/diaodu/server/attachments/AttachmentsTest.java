package org.diaodu.server.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.diaodu.server.access.Denied;
import org.diaodu.server.dispatch.CaseOpening;
import org.diaodu.server.dispatch.Cases;
import org.diaodu.server.dispatch.DispatchCase;
import org.diaodu.server.dispatch.FallingProvince;
import org.diaodu.server.pages.Problem;
import org.diaodu.server.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files on a dispatch case: what is taken, what it becomes, who sees it, and what a crash leaves. */
class AttachmentsTest extends PlatformTest {

    @Autowired
    FallingProvince falling;

    @Autowired
    CaseOpening opening;

    @Autowired
    Cases cases;

    @Autowired
    Attachments attachments;

    @Autowired
    FileStore store;

    @Autowired
    FileSweep sweep;

    @Autowired
    Scanning scanning;

    private long one;
    private String number = "";

    /** A case in 230102, led by the province. */
    @BeforeEach
    void aCase() {
        FallingProvince.Made made = falling.make(3);
        province.as("dispatcher-230000", () -> opening.open(made.period(), made.ids(), "GX-230000"));
        DispatchCase opened =
                asSystem(() -> cases.ofEnterprise(made.ids().getFirst()).getFirst());
        one = opened.id();
        number = opened.number();
    }

    @Test
    void aPhotoStandsUprightWithoutItsPlaceAndHasAThumbnail() throws IOException {
        byte[] taken = SampleFiles.photo(800, 400, Color.BLUE);
        assertThat(text(taken)).contains("GPS 45.7536N");
        Attachment photo = add("车间 照片.JPG", taken);
        assertThat(photo.name()).isEqualTo("车间 照片.JPG");
        byte[] kept = Files.readAllBytes(store.place(photo.digest()));
        assertThat(text(kept)).doesNotContain("GPS", "Exif");
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(upright.getWidth()).isEqualTo(400);
        assertThat(upright.getHeight()).isEqualTo(800);
        assertThat(new Color(upright.getRGB(200, 100)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(200, 700)).getBlue()).isGreaterThan(200);
        BufferedImage small = ImageIO.read(
                store.place(java.util.Objects.requireNonNull(photo.thumbnail())).toFile());
        assertThat(small.getHeight()).isEqualTo(Pictures.SMALL_SIDE);
    }

    @Test
    void aFileIsWhatItsBytesSayNotWhatItsNameOrItsSenderSays() {
        assertThat(add("纪要.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo(FileType.PDF);
        assertThat(add("方案.docx", SampleFiles.zip("[Content_Types].xml", "word/document.xml"))
                        .type())
                .isEqualTo(FileType.DOCX);
        assertThat(add("台账.xlsx", SampleFiles.zip("[Content_Types].xml", "xl/workbook.xml"))
                        .type())
                .isEqualTo(FileType.XLSX);
        assertThat(add("说明.txt", "原料短缺 🏭 𠮷".getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo(FileType.TXT);
        assertThat(add("旧系统.txt", "国标编码".getBytes(java.nio.charset.Charset.forName("GB18030")))
                        .type())
                .isEqualTo(FileType.TXT);
        assertThat(add("没有扩展名", SampleFiles.picture("png", 4, 4, Color.GREEN)).name())
                .isEqualTo("没有扩展名.png");
        refused("现场.jpg", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "名为 jpg，内容却是PDF 文件", "改为 .pdf");
        refused("现场.jpg", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1), "内容是Windows 程序");
        refused("page.txt", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "内容是HTML 网页");
        refused("icon.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8), "内容是SVG 图片");
        refused("宏.docx", SampleFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "带宏");
        refused("包.docx", SampleFiles.zip("evil.exe"), "内容是ZIP 压缩包");
        refused("坏.docx", "PK\u0003\u0004nothing".getBytes(StandardCharsets.ISO_8859_1), "损坏");
        refused("空.txt", new byte[0], "内容是空文件");
        refused("坏.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2}, "打不开");
    }

    @Test
    void aHugeFileAndAHugePictureAreRefusedBeforeTheyAreOpened() {
        assertThatThrownBy(() -> as("dispatcher-230000", () -> attachments.add("case", one, "大.pdf", Endless::new)))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("超过 20 MB");
        byte[] png = SampleFiles.picture("png", 2, 2, Color.BLUE);
        png[17] = 1; // the width in the header: 65 538
        png[21] = 1;
        refused("炸弹.png", png, "最多 6000 万像素");
        assertThat(filesOf("dispatcher-230000")).isEmpty();
    }

    @Test
    void theSameFileHangsOnceHoweverOftenAndFromHowManyDesksItIsSent() {
        byte[] bytes = "%PDF-1.4 同一份".getBytes(StandardCharsets.UTF_8);
        List<CompletableFuture<Attachment>> sent = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> add("同一份.pdf", bytes)))
                .toList();
        assertThat(sent.stream().map(one -> one.join().id()).distinct()).hasSize(1);
        assertThat(filesOf("dispatcher-230000")).hasSize(1);
    }

    @Test
    void thereAreAtMostTwentyOnOneThing() {
        for (int i = 0; i < 20; i++) add(i + ".txt", ("第 " + i).getBytes(StandardCharsets.UTF_8));
        refused("21.txt", "第 21".getBytes(StandardCharsets.UTF_8), "已有 20 个附件");
    }

    @Test
    void whoSeesTheCaseSeesItsFilesAndNobodyElse() {
        Attachment file = add("内部.txt", "内部".getBytes(StandardCharsets.UTF_8));
        for (String user : List.of("analyst-230000", "leader-230102", "officer-230000")) {
            assertThat(as(user, () -> attachments.open(file.id()).file().name()))
                    .isEqualTo("内部.txt");
        }
        for (String user : List.of("analyst-230103", "dispatcher-230200", "officer-230103", "system-admin-230000")) {
            assertThatThrownBy(() -> as(user, () -> attachments.open(file.id())))
                    .isInstanceOf(Problem.class);
            assertThat(inScopeOf(
                            user,
                            () -> jdbc.sql("select count(*) from attachment where id = :id")
                                    .param("id", file.id())
                                    .query(Long.class)
                                    .single()))
                    .isZero();
        }
        assertThatThrownBy(() -> as("analyst-230000", () -> attachments.add("case", one, "x.txt", () -> in("x"))))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> as("analyst-230000", () -> {
                    attachments.remove(file.id());
                    return true;
                }))
                .isInstanceOf(Denied.class);
    }

    @Test
    void addingAndRemovingStandInTheTimelineAndInTheAuditLog() {
        Attachment file = add("依据.txt", "依据".getBytes(StandardCharsets.UTF_8));
        as("dispatcher-230000", () -> {
            attachments.remove(file.id());
            return true;
        });
        assertThat(asSystem(() -> cases.timeline(cases.get(number)).stream()
                        .map(event -> event.kind() + " " + event.words())
                        .toList()))
                .contains("FILE_ADD 依据.txt", "FILE_REMOVE 依据.txt");
        assertThat(inScopeOf(
                        "audit-admin-230000",
                        () -> jdbc.sql("""
                        select action from audit_entry where subject_type = 'attachment' and subject_id = :id order by seq
                        """)
                                .param("id", "" + file.id())
                                .query(String.class)
                                .list()))
                .containsExactly("attachment.add", "attachment.remove");
    }

    /** The file is on the disk, the transaction of its row fails: no row, and the next sweep takes the file away. */
    @Test
    void aCrashBetweenFileAndRowLeavesNoRowAndTheSweepTakesTheFile() {
        Attachment kept = add("留下.txt", "留下".getBytes(StandardCharsets.UTF_8));
        String[] lost = {""};
        assertThatThrownBy(() -> inScopeOf("dispatcher-230000", () -> {
                    lost[0] = attachments
                            .add("case", one, "失去.txt", () -> in("失去" + one))
                            .digest();
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(store.place(lost[0])).exists();
        assertThat(filesOf("dispatcher-230000")).containsExactly("留下.txt");
        sweep.sweep();
        assertThat(store.place(lost[0])).doesNotExist();
        assertThat(store.place(kept.digest())).exists();
        assertThat(add("失去.txt", ("失去" + one).getBytes(StandardCharsets.UTF_8)).digest())
                .isEqualTo(lost[0]);
        assertThat(store.place(lost[0])).exists();
    }

    @Test
    void aFileThatWaitsForTheScannerIsNotGivenOutAndARefusedOneNever() throws IOException {
        Attachment good = waiting(add("好.txt", ("好" + one).getBytes(StandardCharsets.UTF_8)));
        Attachment bad = waiting(add("坏.txt", ("坏 virus " + one).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> as("dispatcher-230000", () -> attachments.open(good.id())))
                .hasMessageContaining("等待病毒扫描");
        Path scanner = Files.writeString(Files.createTempFile("scan", ".sh"), """
                if grep -q virus "$1"; then echo "Eicar FOUND"; exit 1; fi
                """);
        scanning.scan(List.of("/nonexistent/scanner"));
        assertThatThrownBy(() -> as("dispatcher-230000", () -> attachments.open(good.id())))
                .as("a scanner that does not answer leaves the file waiting")
                .hasMessageContaining("等待病毒扫描");
        scanning.scan(List.of("sh", scanner.toString()));
        assertThat(as("dispatcher-230000", () -> attachments.open(good.id()).bytes()))
                .exists();
        assertThatThrownBy(() -> as("dispatcher-230000", () -> attachments.open(bad.id())))
                .hasMessageContaining("Eicar FOUND");
        sweep.sweep();
        assertThat(store.place(bad.digest())).doesNotExist();
    }

    @Test
    void aDownloadSaysWhatItIsAndRunsNothing() {
        Attachment file = add("报告 \"甲\".txt", "内容".getBytes(StandardCharsets.UTF_8));
        var visit = visit("dispatcher-230000");
        var answer = visit.get("/attachments/" + file.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(visit.get("/dispatch/cases/" + number).body()).contains("报告 甲.txt", "拍照");
    }

    private Attachment waiting(Attachment file) {
        asSystem(() -> jdbc.sql("update attachment set state = 'WAITING' where id = :id")
                .param("id", file.id())
                .update());
        return file;
    }

    private Attachment add(String name, byte[] bytes) {
        return as("dispatcher-230000", () -> attachments.add("case", one, name, () -> new ByteArrayInputStream(bytes)));
    }

    private void refused(String name, byte[] bytes, String... said) {
        assertThatThrownBy(() -> add(name, bytes))
                .isInstanceOf(FileRefused.class)
                .message()
                .contains(said);
    }

    private List<String> filesOf(String user) {
        return as(
                user,
                () -> attachments.on("case", one).files().stream()
                        .map(Attachment::name)
                        .toList());
    }

    private <T> T as(String user, java.util.function.Supplier<T> work) {
        return province.as(user, work);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A stream that never ends. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return '%';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            java.util.Arrays.fill(into, from, from + length, (byte) '%');
            return length;
        }
    }
}
