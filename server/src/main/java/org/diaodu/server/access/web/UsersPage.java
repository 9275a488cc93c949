package org.diaodu.server.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.diaodu.server.access.Callers;
import org.diaodu.server.access.MemberUnits;
import org.diaodu.server.access.Role;
import org.diaodu.server.access.RoleRequests;
import org.diaodu.server.access.Saved;
import org.diaodu.server.access.UserChanges;
import org.diaodu.server.access.UserDetails;
import org.diaodu.server.access.UserFilter;
import org.diaodu.server.access.UserForm;
import org.diaodu.server.access.UserList;
import org.diaodu.server.pages.Address;
import org.diaodu.server.pages.Pager;
import org.diaodu.server.pages.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Users, for the security administrator. */
@Controller
@PreAuthorize("hasRole('SECURITY_ADMIN')")
class UsersPage {

    private static final int SIZE = 50;

    private final UserList users;
    private final UserChanges changes;
    private final RoleRequests requests;
    private final MemberUnits memberUnits;

    UsersPage(UserList users, UserChanges changes, RoleRequests requests, MemberUnits memberUnits) {
        this.users = users;
        this.changes = changes;
        this.requests = requests;
        this.memberUnits = memberUnits;
    }

    @GetMapping("/admin/users")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var filter = new UserFilter(q.strip(), role, unit.strip(), state);
        var address = Address.of("/admin/users")
                .with("q", filter.text())
                .with("role", role == null ? "" : role.name())
                .with("unit", filter.unit())
                .with("state", state);
        int number = Math.max(1, page);
        model.addAttribute("filter", filter);
        model.addAttribute("users", users.page(filter, number, SIZE));
        model.addAttribute("pager", new Pager(number, SIZE, users.count(filter), address));
        model.addAttribute("requests", requests.open());
        model.addAttribute("me", Callers.current().userId());
        return "access/users";
    }

    @GetMapping("/admin/users/new")
    String blank(Model model) {
        var form = new UserForm("", "", Callers.current().ownUnit().code(), Set.of(), null, "", "", "");
        return form(model, form, null, -1, Map.of());
    }

    @PostMapping("/admin/users")
    String create(
            @RequestParam Map<String, String> entered,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UserForm form = entered(entered, entered.getOrDefault("name", "").strip(), roles);
        String password = changes.firstPassword();
        return answer(changes.create(form, password), form, null, password, model, flash, response);
    }

    @GetMapping("/admin/users/{id}")
    String show(@PathVariable long id, Model model) {
        UserDetails user = find(id);
        return form(model, form(user), user, user.version(), Map.of());
    }

    @PostMapping("/admin/users/{id}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam Map<String, String> entered,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        UserDetails user = find(id);
        UserForm form = entered(entered, user.name(), roles);
        return answer(changes.change(id, version, form), form, user, "", model, flash, response);
    }

    @PostMapping("/admin/users/{id}/password")
    String resetPassword(@PathVariable long id, RedirectAttributes flash) {
        flash.addFlashAttribute("password", changes.resetPassword(id, "reset"));
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/admin/users/{id}/enabled")
    String enable(
            @PathVariable long id, @RequestParam boolean enabled, @RequestParam(defaultValue = "") String reason) {
        changes.enable(id, enabled, reason);
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/admin/role-requests/{id}")
    String decide(@PathVariable long id, @RequestParam(defaultValue = "false") boolean approve) {
        requests.decide(id, approve);
        return "redirect:/admin/users";
    }

    private String answer(
            Saved saved,
            UserForm form,
            @Nullable UserDetails user,
            String password,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        switch (saved) {
            case Saved.Done done -> {
                flash.addFlashAttribute("password", password);
                flash.addFlashAttribute("notice", done.awaitsSecond() ? "users.awaits" : "users.saved");
                return "redirect:/admin/users/" + done.id();
            }
            case Saved.Stale stale -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("theirs", stale.now());
                return form(model, form, stale.now(), stale.now().version(), Map.of());
            }
            case Saved.Faulty faulty -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return form(model, form, user, user == null ? -1 : user.version(), faulty.faults());
            }
        }
    }

    private String form(
            Model model, UserForm form, @Nullable UserDetails user, int version, Map<String, String> faults) {
        model.addAttribute("form", form);
        model.addAttribute("user", user);
        model.addAttribute("version", version);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "memberUnits", memberUnits.within(Callers.current().ownUnit().prefix()));
        model.addAttribute("own", user != null && user.id() == Callers.current().userId());
        return "access/user";
    }

    private UserDetails find(long id) {
        return users.find(id).orElseThrow(() -> Problem.notFound("AC09", "没有这个用户：" + id, "There is no user " + id));
    }

    private static UserForm form(UserDetails user) {
        String subject = user.oidcSubject() == null ? "" : user.oidcSubject();
        return new UserForm(
                user.name(),
                user.displayName(),
                user.unit().code(),
                user.roles(),
                user.enterpriseId(),
                user.memberUnit() == null ? "" : user.memberUnit(),
                subject,
                "");
    }

    private static UserForm entered(Map<String, String> entered, String name, @Nullable Set<Role> roles) {
        String enterprise = entered.getOrDefault("enterprise", "").strip();
        return new UserForm(
                name,
                entered.getOrDefault("displayName", "").strip(),
                entered.getOrDefault("unit", "").strip(),
                roles == null ? EnumSet.noneOf(Role.class) : roles,
                enterprise.matches("\\d{1,18}") ? Long.valueOf(enterprise) : null,
                entered.getOrDefault("memberUnit", "").strip(),
                entered.getOrDefault("oidcSubject", "").strip(),
                entered.getOrDefault("reason", "").strip());
    }
}
