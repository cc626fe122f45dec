using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Access;

public sealed partial class Question
{
    public sealed partial class Granted
    {
        public sealed partial class Desk
        {
            /// <summary>The doel of every write of the gemeente itself.</summary>
            public const string Regie = "regie-voeren";

            /// <summary>May this caller change something that holds for all dossiers of its gemeente? No dossier decides that, the role does.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskRegie(Caller caller)
            {
                if (Ask(caller, Regie, alleenRelatie: true) is not { } question)
                {
                    return null;
                }

                verwerking.Besluit = Resultaat.Toegestaan;
                return question;
            }
        }
    }
}
