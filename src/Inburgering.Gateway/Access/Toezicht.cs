using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>The one doel for which the use of the gateway is looked at.</summary>
            public const string Toezicht = "toezicht-gebruik";

            /// <summary>May this employee read the log of his whole gemeente? No dossier decides that, the role does.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskToezicht(Caller caller)
            {
                if (Ask(caller, Toezicht, alleenRelatie: true) is not { } question)
                {
                    return null;
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                return question;
            }
        }
    }
}
