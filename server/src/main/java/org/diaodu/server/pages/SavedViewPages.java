package org.diaodu.server.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves, renames and deletes views of lists, and goes back to the list. */
@Controller
class SavedViewPages {

    private final SavedViews views;

    SavedViewPages(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    String save(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String address) {
        return "redirect:" + views.save(name, address).address();
    }

    @PostMapping("/views/{id}/name")
    String rename(@PathVariable long id, @RequestParam(defaultValue = "") String name) {
        return "redirect:" + views.rename(id, name).address();
    }

    @PostMapping("/views/{id}/deletion")
    String forget(@PathVariable long id) {
        return "redirect:" + views.forget(id, "/");
    }
}
