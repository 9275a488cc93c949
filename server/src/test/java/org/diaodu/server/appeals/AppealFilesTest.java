package org.diaodu.server.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.diaodu.server.appeals.clock.Step;
import org.diaodu.server.attachments.Attachment;
import org.diaodu.server.attachments.SampleFiles;
import org.diaodu.server.testing.Visit;
import org.diaodu.server.testing.Visit.FilePart;
import org.junit.jupiter.api.Test;

/** Files come with what is said of an appeal: taken with the form or not at all, seen by whoever reads the row, standing like it. */
class AppealFilesTest extends AppealDesk {

    private static final FilePart PHOTO = new FilePart("现场.jpg", SampleFiles.photo(400, 300, Color.BLUE));
    private static final FilePart CONTRACT = new FilePart("供货合同.pdf", "%PDF-1.4 合同".getBytes(StandardCharsets.UTF_8));
    private static final FilePart LIE = new FilePart("发票.jpg", "%PDF-1.4 不是图片".getBytes(StandardCharsets.UTF_8));

    @Test
    void whoSeesTheAppealSeesItsFilesAndNobodyElse() {
        Visit clerk = visit(CLERK);
        String number = raisedWith(clerk, List.of(PHOTO, CONTRACT));
        Attachment photo = files(number, "RAISED").getFirst();
        assertThat(files(number, "RAISED").stream().map(Attachment::name)).containsExactly("现场.jpg", "供货合同.pdf");
        assertThat(clerk.get("/appeals/" + number).body())
                .contains("/attachments/" + photo.id() + "/thumbnail", "供货合同.pdf");
        String address = "/attachments/" + photo.id();
        Visit officer = visit(OFFICER);
        officer.get("/appeals/" + number);
        assertThat(officer.get(address).statusCode()).isEqualTo(200);
        Visit helper = visit("officer-230100");
        assertThat(helper.get(address).statusCode()).isEqualTo(404);
        StepForm asked = say(number, "请核对库存");
        as(OFFICER, () -> steps.helpers(number, asked, List.of("GX-230100")));
        assertThat(helper.get(address).statusCode()).isEqualTo(200);
        assertThat(helper.get(address + "/thumbnail").statusCode()).isEqualTo(200);
        for (String nobody : List.of(province.clerk(9_103L, "230103"), "officer-230103", "analyst-230200")) {
            assertThat(visit(nobody).get(address).statusCode()).as(nobody).isEqualTo(404);
        }
    }

    @Test
    void whatAHelperShowsTheUnitIsNotForTheEnterprise() {
        String number = raised();
        StepForm asked = say(number, "请核对库存");
        as(OFFICER, () -> steps.helpers(number, asked, List.of("GX-230100")));
        Visit helper = visit("officer-230100");
        helper.get("/appeals/" + number);
        assertThat(helper.post(
                                "/appeals/" + number + "/notes",
                                List.of(CONTRACT),
                                "version",
                                "" + find(number).version(),
                                "key",
                                "n",
                                "words",
                                "库存台账见附件")
                        .statusCode())
                .isEqualTo(302);
        Attachment ledger = files(number, AppealEntry.NOTE).getFirst();
        assertThat(visit(OFFICER).get("/attachments/" + ledger.id()).statusCode())
                .isEqualTo(200);
        Visit clerk = visit(CLERK);
        assertThat(clerk.get("/attachments/" + ledger.id()).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/appeals/" + number).body()).doesNotContain("供货合同.pdf");
    }

    @Test
    void aFileThatLiesIsToldInTheFormNothingIsRaisedAndTheTextIsKept() {
        Visit clerk = visit(CLERK);
        clerk.get("/appeals/new");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> refused = clerk.post("/appeals/new", List.of(PHOTO, LIE), filled(key));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“发票.jpg”名为 jpg，内容却是PDF 文件", "请重新选择：现场.jpg、发票.jpg", "&lt;b&gt;断供", "13845678901", key);
        assertThat(count("select count(*) from appeal where form_key like :n || '%'", key))
                .isZero();
        HttpResponse<String> raised = clerk.post("/appeals/new", List.of(PHOTO), filled(key));
        assertThat(raised.statusCode()).isEqualTo(302);
        assertThat(files(numberIn(raised), "RAISED")).hasSize(1);
    }

    @Test
    void aStepIsTakenWithAllItsFilesOrNotAtAll() {
        String number = raised();
        done(OFFICER, number, Step.TAKEN, "");
        Visit officer = visit(OFFICER);
        String page = "/appeals/" + number;
        officer.get(page);
        HttpResponse<String> refused = step(officer, number, Step.RESOLVED, List.of(LIE));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("内容却是PDF 文件", "id=\"RESOLVED-file\"", "写好的结果RESOLVED");
        assertThat(kinds(number)).containsExactly("RAISED", "TAKEN");
        int before = find(number).version();
        done(DISPATCHER, number, Step.REPLIED, "已安排");
        HttpResponse<String> stale = officer.post(
                page + "/steps", List.of(PHOTO), "step", "RESOLVED", "version", "" + before, "key", "s", "words", "好了");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("请重新选择：现场.jpg");
        assertThat(step(officer, number, Step.CLOSED, List.of(PHOTO)).statusCode())
                .as("nothing was resolved")
                .isEqualTo(409);
        assertThat(step(officer, number, Step.RESOLVED, List.of(PHOTO)).statusCode())
                .isEqualTo(302);
        assertThat(files(number, "RESOLVED")).hasSize(1);
        HttpResponse<String> closed = step(officer, number, Step.CLOSED, List.of(PHOTO));
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(closed.body()).contains("这一步不附文件");
    }

    @Test
    void theSameFormHangsItsFilesOnceHoweverOftenItIsSent() {
        Visit clerk = visit(CLERK);
        clerk.get("/appeals/new");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<String>> clicks = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> numberIn(clerk.post("/appeals/new", List.of(PHOTO, PHOTO, CONTRACT), filled(key)))))
                .toList();
        assertThat(clicks.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        String number = clicks.getFirst().join();
        assertThat(kinds(number)).containsExactly("RAISED");
        assertThat(files(number, "RAISED")).as("and the same file once").hasSize(2);
    }

    @Test
    void whatWasSaidStandsWithItsFiles() {
        Visit clerk = visit(CLERK);
        String number = raisedWith(clerk, List.of(PHOTO));
        Attachment photo = files(number, "RAISED").getFirst();
        clerk.get("/appeals/" + number);
        assertThat(clerk.post("/attachments/" + photo.id() + "/remove").statusCode())
                .isEqualTo(403);
        assertThat(clerk.post("/attachments/appeal/" + photo.host(), List.of(CONTRACT))
                        .statusCode())
                .isEqualTo(403);
        assertThat(files(number, "RAISED")).hasSize(1);
        assertThat(count(
                        "select count(*) from audit_entry where action = 'attachment.add' and subject_id = :n",
                        "" + photo.id()))
                .isEqualTo(1);
    }

    @Test
    void moreThanTwentyAtOnceAreToldInWords() {
        Visit clerk = visit(CLERK);
        clerk.get("/appeals/new");
        List<FilePart> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) many.add(new FilePart(i + ".txt", ("第 " + i).getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> refused =
                clerk.post("/appeals/new", many, filled(UUID.randomUUID().toString()));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("一次选了 21 个附件，最多 20 个");
    }

    private String raisedWith(Visit clerk, List<FilePart> files) {
        clerk.get("/appeals/new");
        return numberIn(
                clerk.post("/appeals/new", files, filled(UUID.randomUUID().toString())));
    }

    private static String[] filled(String key) {
        return new String[] {
            "key",
            key,
            "subject",
            "MATERIALS",
            "urgency",
            "ORDINARY",
            "words",
            "<b>断供，见照片",
            "contactName",
            "王建国",
            "contactPhone",
            "13845678901"
        };
    }

    private HttpResponse<String> step(Visit who, String number, Step step, List<FilePart> files) {
        return who.post(
                "/appeals/" + number + "/steps",
                files,
                "step",
                step.name(),
                "version",
                "" + find(number).version(),
                "key",
                UUID.randomUUID().toString(),
                "words",
                "写好的结果" + step);
    }

    private static String numberIn(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return location.replaceFirst(".*/appeals/(S[0-9-]+).*", "$1");
    }

    private List<Attachment> files(String number, String kind) {
        AppealFile file = asSystem(() -> appeals.open(number));
        Map<Long, List<Attachment>> byRow = new java.util.HashMap<>();
        file.files().forEach((row, hanging) -> byRow.put(row, hanging.files()));
        return file.timeline().stream()
                .filter(entry -> entry.kind().equals(kind))
                .flatMap(entry -> byRow.getOrDefault(entry.id(), List.of()).stream())
                .toList();
    }
}
