package org.diaodu.bulletin.command;

/** Why a check could not run. */
final class CheckFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CheckFault(String chinese, String english) {
        super(chinese + "\n" + english);
    }
}
