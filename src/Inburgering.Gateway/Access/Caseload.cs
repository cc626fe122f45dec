namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>May this client say, or see, which of its users works on which of its persons? Its system alone: no user gives herself a caseload.</summary>
            /// <returns>A question that loads no category, so nothing of a dossier; null: refused, see <see cref="Refusal"/>, and the log line knows.</returns>
            public Question? AskCaseload(Caller caller)
            {
                verwerking.Beleid = beleid.Hash;
                if (caller.Gebruikers == Gebruikersregel.Geen)
                {
                    return Refuse(Refusal.GeenCaseload, "geen-gebruikers");
                }

                return caller.Gebruiker is null
                    ? new Question(caller, ZonderInhoud(caller.Rol, "beheer", "WP"), [])
                    : Refuse(Refusal.GeenCaseload, "alleen-systeem");
            }
        }
    }
}
