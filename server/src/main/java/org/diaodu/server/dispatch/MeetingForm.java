package org.diaodu.server.dispatch;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody enters about a meeting, as typed.
 *
 * @param day as 2022-04-26, {@code begins} as 09:00
 * @param chair sign-in name
 */
public record MeetingForm(
        String title, String day, String begins, String place, String chair, List<String> units, String people) {

    private static final int LONGEST = 120;
    private static final int LONGEST_PEOPLE = 2_000;

    public static final MeetingForm BLANK = new MeetingForm("", "", "09:00", "", "", List.of(), "");

    public MeetingForm {
        units = units.stream()
                .filter(unit -> !unit.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    public static MeetingForm of(Meeting meeting) {
        return new MeetingForm(
                meeting.title(),
                meeting.day().toString(),
                meeting.begins().toString(),
                meeting.place(),
                meeting.chair(),
                meeting.units(),
                meeting.people());
    }

    /** Faults by field as message keys, those of chair and units apart. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (title.isBlank() || title.length() > LONGEST) faults.put("title", "dispatch.meeting.fault.title");
        if (!isDay(day)) faults.put("day", "dispatch.meeting.fault.day");
        if (!isTime(begins)) faults.put("begins", "dispatch.meeting.fault.begins");
        if (place.isBlank() || place.length() > LONGEST) faults.put("place", "dispatch.meeting.fault.place");
        if (people.length() > LONGEST_PEOPLE) faults.put("people", "dispatch.meeting.fault.people");
        return faults;
    }

    private static boolean isDay(String text) {
        try {
            int year = LocalDate.parse(text).getYear();
            return year > 1999 && year < 2200;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return LocalTime.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
