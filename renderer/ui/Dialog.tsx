import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './Button';
import styles from './Dialog.module.css';
import { visibleName } from './visible-name';

export interface DialogProps {
  readonly title: string;
  /** `bare` hides the title bar; the title still names the dialog. */
  readonly look?: 'normal' | 'wide' | 'full' | 'bare';
  /** False while something runs that must not be left by accident. */
  readonly dismissable?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over the window: keeps the focus, closes with Escape, gives the focus back. */
export function Dialog({ title, look = 'normal', dismissable = true, onClose, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''} data-look={look}>
        <AriaDialog className={styles.dialog ?? ''} aria-label={visibleName(title)}>
          {look !== 'bare' && (
            <div className={styles.bar}>
              <Heading slot="title" level={2}>
                {visibleName(title)}
              </Heading>
              <IconButton label="Close" onPress={onClose} isDisabled={!dismissable}>
                <X size={16} aria-hidden="true" />
              </IconButton>
            </div>
          )}
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The row of buttons at the end of a dialog. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
