/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Floor 3: the kind “agreement”. */
#include <vnus/vnus-agreement.h>

#include "model/vnus-record-private.h"

typedef struct _VnusAgreementClass VnusAgreementClass;

/**
 * VnusAgreement:
 *
 * An agreement.
 *
 * What happened to it are records of kind treaty action.
 *
 * Since: 0.1
 */
struct _VnusAgreement
{
  VnusRecord parent_instance;

  VnusVector *parties;
  VnusDate   *validity;
  VnusVector *replaces;
  VnusVector *implements;
  VnusVector *topics;
  VnusVector *participants;
  char       *registration;
  int        form;
  int        binding;
};

struct _VnusAgreementClass
{
  VnusRecordClass parent_class;
};

G_DEFINE_FINAL_TYPE (VnusAgreement, vnus_agreement, VNUS_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (VnusAgreementForm, vnus_agreement_form,
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_TREATY, "treaty"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_AGREEMENT, "agreement"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_PROTOCOL, "protocol"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_EXCHANGE_OF_NOTES, "exchange-of-notes"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_MEMORANDUM_OF_UNDERSTANDING, "memorandum-of-understanding"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_MEMORANDUM_OF_INTENT, "memorandum-of-intent"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_ACTION_PLAN, "action-plan"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_JOINT_VISION, "joint-vision"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_CONTRACT, "contract"),
                    G_DEFINE_ENUM_VALUE (VNUS_AGREEMENT_FORM_ARRANGEMENT, "arrangement"))

G_DEFINE_ENUM_TYPE (VnusBinding, vnus_binding,
                    G_DEFINE_ENUM_VALUE (VNUS_BINDING_UNSET, "unset"),
                    G_DEFINE_ENUM_VALUE (VNUS_BINDING_TREATY, "treaty"),
                    G_DEFINE_ENUM_VALUE (VNUS_BINDING_NON_BINDING, "non-binding"),
                    G_DEFINE_ENUM_VALUE (VNUS_BINDING_UNKNOWN, "unknown"))

enum
{
  FIELD_FORM,
  FIELD_BINDING,
  FIELD_PARTIES,
  FIELD_VALIDITY,
  FIELD_REPLACES,
  FIELD_IMPLEMENTS,
  FIELD_TOPICS,
  FIELD_PARTICIPANTS,
  FIELD_REGISTRATION,
};

static VnusField fields[] = {
  VNUS_FIELD_ENUM (VnusAgreement, "form", form, vnus_agreement_form_get_type, "Its form."),
  VNUS_FIELD_ENUM (VnusAgreement, "binding", binding, vnus_binding_get_type, "Whether it binds."),
  VNUS_FIELD_REFERENCES (VnusAgreement, "parties", parties, VNUS_KINDS_BODIES, "The parties."),
  VNUS_FIELD (VnusAgreement, "validity", validity, DATE, "When it is valid."),
  VNUS_FIELD_REFERENCES (VnusAgreement, "replaces", replaces, VNUS_KINDS (AGREEMENT), "What it replaces."),
  VNUS_FIELD_REFERENCES (VnusAgreement, "implements", implements, VNUS_KINDS (AGREEMENT), "What it implements."),
  VNUS_FIELD_REFERENCES (VnusAgreement, "topics", topics, VNUS_KINDS (TOPIC), "What it is about."),
  VNUS_FIELD_LIST (VnusAgreement, "participants", participants, PARTICIPANT, "Who signed."),
  VNUS_FIELD (VnusAgreement, "registration", registration, TEXT, "Its registration, such as a UNTS number."),
};

static void
vnus_agreement_class_init (VnusAgreementClass *klass)
{
  /**
   * VnusAgreement:form: (getter get_form) (setter set_form)
   *
   * Its form.
   *
   * Since: 0.1
   */
  /**
   * VnusAgreement:binding: (getter get_binding) (setter set_binding)
   *
   * Whether it binds.
   *
   * Since: 0.1
   */
  /**
   * VnusAgreement:validity: (getter get_validity) (setter set_validity)
   *
   * When it is valid.
   *
   * Since: 0.1
   */
  /**
   * VnusAgreement:registration: (getter get_registration) (setter set_registration)
   *
   * Its registration, such as a UNTS number.
   *
   * Since: 0.1
   */
  _vnus_record_class_install (klass, VNUS_KIND_AGREEMENT, fields, G_N_ELEMENTS (fields), NULL, 0);
}

static void
vnus_agreement_init (VnusAgreement *self)
{
}

/**
 * vnus_agreement_new: (constructor)
 * @id: the id
 *
 * Makes an agreement.
 *
 * Returns: (transfer full): the new record
 *
 * Since: 0.1
 */
VnusAgreement *
vnus_agreement_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (VNUS_TYPE_AGREEMENT, "id", id, NULL);
}

/**
 * vnus_agreement_get_form: (get-property form)
 * @self: an agreement
 *
 * Gets the field `form`: its form.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_set_form: (set-property form)
 * @self: an agreement
 * @form: the value
 *
 * Sets the field `form`: its form.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, VnusAgreementForm, form, FIELD_FORM)

/**
 * vnus_agreement_get_binding: (get-property binding)
 * @self: an agreement
 *
 * Gets the field `binding`: whether it binds.
 *
 * Returns: the value, or the unset one
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_set_binding: (set-property binding)
 * @self: an agreement
 * @binding: the value
 *
 * Sets the field `binding`: whether it binds.
 *
 * Since: 0.1
 */
VNUS_DEFINE_ENUM (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, VnusBinding, binding, FIELD_BINDING)

/**
 * vnus_agreement_get_n_parties:
 * @self: an agreement
 *
 * Gets how many values the field `parties` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_get_party:
 * @self: an agreement
 * @position: the position, from 0
 *
 * Gets a value of the field `parties`: the parties.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_add_party:
 * @self: an agreement
 * @party: the id of a record
 *
 * Adds a value to the field `parties`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, const char *, const char *, parties, party, FIELD_PARTIES)

/**
 * vnus_agreement_get_validity: (get-property validity)
 * @self: an agreement
 *
 * Gets the field `validity`: when it is valid.
 *
 * Returns: (transfer none) (nullable): the date, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_set_validity: (set-property validity)
 * @self: an agreement
 * @validity: (nullable): the date; `NULL` to clear it
 *
 * Sets the field `validity`: when it is valid.
 *
 * Since: 0.1
 */
VNUS_DEFINE_BOXED (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, VnusDate, validity, FIELD_VALIDITY)

/**
 * vnus_agreement_get_n_replaces:
 * @self: an agreement
 *
 * Gets how many values the field `replaces` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_get_replaced:
 * @self: an agreement
 * @position: the position, from 0
 *
 * Gets a value of the field `replaces`: what it replaces.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_add_replaced:
 * @self: an agreement
 * @replaced: the id of a record
 *
 * Adds a value to the field `replaces`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, const char *, const char *, replaces, replaced, FIELD_REPLACES)

/**
 * vnus_agreement_get_n_implements:
 * @self: an agreement
 *
 * Gets how many values the field `implements` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_get_implemented:
 * @self: an agreement
 * @position: the position, from 0
 *
 * Gets a value of the field `implements`: what it implements.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_add_implemented:
 * @self: an agreement
 * @implemented: the id of a record
 *
 * Adds a value to the field `implements`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, const char *, const char *, implements, implemented, FIELD_IMPLEMENTS)

/**
 * vnus_agreement_get_n_topics:
 * @self: an agreement
 *
 * Gets how many values the field `topics` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_get_topic:
 * @self: an agreement
 * @position: the position, from 0
 *
 * Gets a value of the field `topics`: what it is about.
 *
 * Returns: (nullable): the id, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_add_topic:
 * @self: an agreement
 * @topic: the id of a record
 *
 * Adds a value to the field `topics`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, const char *, const char *, topics, topic, FIELD_TOPICS)

/**
 * vnus_agreement_get_n_participants:
 * @self: an agreement
 *
 * Gets how many values the field `participants` has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_get_participant:
 * @self: an agreement
 * @position: the position, from 0
 *
 * Gets a value of the field `participants`: who signed.
 *
 * Returns: (transfer none) (nullable): the participant, or `NULL` past the end
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_add_participant:
 * @self: an agreement
 * @participant: the participant
 *
 * Adds a value to the field `participants`, at the end.
 *
 * Since: 0.1
 */
VNUS_DEFINE_LIST (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, VnusParticipant *, VnusParticipant *, participants, participant, FIELD_PARTICIPANTS)

/**
 * vnus_agreement_get_registration: (get-property registration)
 * @self: an agreement
 *
 * Gets the field `registration`: its registration, such as a UNTS number.
 *
 * Returns: (nullable): the value, or `NULL`
 *
 * Since: 0.1
 */
/**
 * vnus_agreement_set_registration: (set-property registration)
 * @self: an agreement
 * @registration: (nullable): the value; `NULL` to clear it
 *
 * Sets the field `registration`: its registration, such as a UNTS number.
 *
 * Since: 0.1
 */
VNUS_DEFINE_STRING (VnusAgreement, vnus_agreement, VNUS_IS_AGREEMENT, registration, FIELD_REGISTRATION)
