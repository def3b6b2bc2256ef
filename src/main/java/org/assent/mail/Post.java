package org.assent.mail;

/** A way for a letter to leave the house; delivering the same key again does nothing. */
interface Post {

    void deliver(Message message);
}
