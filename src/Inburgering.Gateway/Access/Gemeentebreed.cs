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

            private const string Ontzorgen = "financieel-ontzorgen";

            /// <summary>May this caller put payments of its gemeente together and hand them over? The role decides; of each person in them what goes out decides apart.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskOntzorgen(Caller caller) => Allow(Ask(caller, Ontzorgen, alleenRelatie: true));

            /// <summary>May this caller change something that holds for all dossiers of its gemeente? No dossier decides that, the role does.</summary>
            /// <returns>Null: refused, see <see cref="Refusal"/>; the log line knows.</returns>
            public Question? AskRegie(Caller caller) => Allow(Ask(caller, Regie, alleenRelatie: true));

            private Question? Allow(Question? question)
            {
                if (question is not null)
                {
                    verwerking.Besluit = Resultaat.Toegestaan;
                }

                return question;
            }
        }
    }
}
