package org.assent.project;

/** How the participants meet. Public: part of a project's facts. */
public enum Modality {
    DIGITAL("Digital multicountry"),
    FACE_TO_FACE("Face-to-face multicountry");

    private final String label;

    Modality(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
