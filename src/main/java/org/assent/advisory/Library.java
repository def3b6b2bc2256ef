package org.assent.advisory;

/** A jar that ships, as Maven names it. */
record Library(String group, String name, String version) {

    /** A component is written {@code group:name}; {@code group:*} is all of a group. */
    boolean isOf(String component) {
        return component.equals(key()) || component.equals(group + ":*");
    }

    String key() {
        return group + ":" + name;
    }

    @Override
    public String toString() {
        return key() + " " + version;
    }
}
