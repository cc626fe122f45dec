global using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;
global using Granted = Inburgering.Gateway.Access.Question.Granted;
