/*
 * Imported by threads that wait for something: a promise that is rejected and that nobody waits for reaches the window as an error of the thread,
 * where without this the question would just never be answered.
 */
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  reportError(event.reason);
});
