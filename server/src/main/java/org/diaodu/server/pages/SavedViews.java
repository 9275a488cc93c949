package org.diaodu.server.pages;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The views of lists the caller has saved; nobody sees another's. Sending a colleague the address of one shows it to them
 * within their own rights.
 */
@Component
@Transactional
public class SavedViews {

    private static final int LONGEST = 80;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST = 50;
    private static final Pattern ADDRESS = Pattern.compile("/[a-z][A-Za-z0-9/-]*(\\?[A-Za-z0-9%=&+*._~:-]*)?");

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a list, by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(String list) {
        return jdbc.sql("select id, name, address from saved_view where list = :list order by name")
                .param("list", list)
                .query(SavedView.class)
                .list();
    }

    /** Saves the view of an address; under a name that stands on its list already it takes that one's place. */
    SavedView save(String name, String address) {
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            throw Problem.badRequest(
                    "VW01",
                    "没有保存：“" + shortened(address) + "”不是本平台列表的地址。请回到列表，再点“保存当前视图”。",
                    "Not saved: \"" + shortened(address)
                            + "\" is no address of a list here. Maybe go back to the list and save from there.");
        }
        var view = new SavedView(0, named(name), address);
        if (of(view.list()).stream()
                        .filter(one -> !one.name().equals(view.name()))
                        .count()
                >= MOST) {
            throw Problem.conflict(
                    "VW03",
                    "每个列表最多保存 " + MOST + " 个视图，请先删除不用的。",
                    "A list keeps at most " + MOST + " views. Maybe delete one that is not used.");
        }
        return jdbc.sql("""
                insert into saved_view (account, name, address)
                values (current_setting('diaodu.user')::bigint, :name, :address)
                on conflict on constraint a_name_stands_once_on_a_list do update set address = excluded.address
                returning id, name, address
                """)
                .param("name", view.name())
                .param("address", address)
                .query(SavedView.class)
                .single();
    }

    /** Gives a view another name, one that no other view of its list has. */
    SavedView rename(long id, String name) {
        SavedView view = get(id);
        String wanted = named(name);
        if (of(view.list()).stream()
                .anyMatch(one -> one.id() != id && one.name().equals(wanted))) {
            throw Problem.conflict(
                    "VW04",
                    "这个列表已有名为“" + wanted + "”的视图，请换一个名称。",
                    "This list has a view named \"" + wanted + "\" already. Maybe choose another name.");
        }
        jdbc.sql("update saved_view set name = :name where id = :id")
                .param("name", wanted)
                .param("id", id)
                .update();
        return view;
    }

    /** Deletes a view and gives the path of its list; one that is gone already does no harm. */
    String forget(long id, String otherwise) {
        return jdbc.sql("delete from saved_view where id = :id returning list")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(otherwise);
    }

    private SavedView get(long id) {
        return jdbc.sql("select id, name, address from saved_view where id = :id")
                .param("id", id)
                .query(SavedView.class)
                .optional()
                .orElseThrow(() ->
                        Problem.notFound("VW05", "没有这个视图，或它是别人的。", "There is no such view, or it is somebody else's."));
    }

    private static String named(String name) {
        String clean = name.strip().replaceAll("\\p{Cntrl}+", " ");
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Problem.badRequest(
                    "VW02",
                    "视图名称应为 1 到 " + LONGEST + " 个字，现在是 " + clean.length() + " 个字。",
                    "The name of a view has 1 to " + LONGEST + " characters; this one has " + clean.length() + ".");
        }
        return clean;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
